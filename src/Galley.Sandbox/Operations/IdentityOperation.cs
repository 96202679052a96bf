using Galley.Sandbox.Accounts;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Operations;

/// <summary>§ Verify Identity.</summary>
internal static class IdentityOperation
{
    public static Answer Handle(Call call)
    {
        var key = call.Key!;
        return Answer.Data(
            new
            {
                owner = Summary(call.Sandbox.Accounts, key.UserId),
                actor_type = key.ActorType,
                scopes = key.Scopes,
                subject = new { user_id = key.UserId },
            }
        );
    }

    public static object Summary(SandboxAccounts accounts, string userId)
    {
        var account = accounts.All.FirstOrDefault(account => account.UserId == userId) ?? accounts.Agency;
        return new
        {
            user_id = userId,
            full_name = account.FullName,
            business_name = account.BusinessName ?? account.FullName,
            account_status = account.AccountStatus,
        };
    }
}
