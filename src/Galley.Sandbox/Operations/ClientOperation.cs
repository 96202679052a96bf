using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Operations;

/// <summary>Agency mode: one account's summary and, for an agency's key, its grant.</summary>
internal static class ClientOperation
{
    public static Answer Handle(Call call)
    {
        var accounts = call.Sandbox.Accounts;
        return Answer.Data(
            call.Key!.IsAgency
                ? ClientsOperation.Show(accounts.Clients.Single(client => client.UserId == call.UserId), call)
                : IdentityOperation.Summary(accounts, call.UserId)
        );
    }
}
