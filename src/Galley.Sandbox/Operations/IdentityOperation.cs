using Galley.Sandbox.Answers;
using Galley.Sandbox.Routes;

namespace Galley.Sandbox.Operations;

/// <summary>§ Verify Identity.</summary>
internal static class IdentityOperation
{
    public static Answer Handle(Call call)
    {
        var accounts = call.Sandbox.Options.Accounts;
        var owner = accounts.All.FirstOrDefault(account => account.UserId == call.Key.UserId)
            ?? accounts.Agency with
            {
                UserId = call.Key.UserId,
            };
        return Answer.Data(
            new
            {
                owner = new
                {
                    user_id = owner.UserId,
                    full_name = owner.FullName,
                    business_name = owner.BusinessName ?? owner.FullName,
                    account_status = owner.AccountStatus,
                },
                actor_type = call.Key.ActorType,
                scopes = call.Key.Scopes,
                subject = new { user_id = owner.UserId },
            }
        );
    }
}
