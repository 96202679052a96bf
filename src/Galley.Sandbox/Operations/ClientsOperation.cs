using Galley.Sandbox.Accounts;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Operations;

/// <summary>§ List Clients: those with a grant, whatever its status.</summary>
internal static class ClientsOperation
{
    /// <summary>Before anything else happens here.</summary>
    private static readonly DateTimeOffset GrantedAt = new(2026, 5, 25, 0, 0, 0, TimeSpan.Zero);

    public static Answer Handle(Call call)
    {
        var clients = call.Key!.IsAgency
            ? call.Sandbox.Accounts.Clients.Where(client => client.GrantStatus is not null)
            : [];
        return Answer.Page(call.Query.Page<object>([.. clients.Select(client => Show(client, call))]));
    }

    public static object Show(SandboxClient client, Call call) =>
        new
        {
            user_id = client.UserId,
            full_name = client.FullName,
            business_name = client.BusinessName ?? client.FullName,
            account_status = client.AccountStatus,
            grant = new
            {
                id = call.State.IdOf($"grant {client.UserId}"),
                label = client.Label ?? client.FullName,
                status = client.GrantStatus,
                permissions = client.Permissions,
                created_at = Wire.Time(GrantedAt),
                updated_at = Wire.Time(GrantedAt),
            },
        };
}
