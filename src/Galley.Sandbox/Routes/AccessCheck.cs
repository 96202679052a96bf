using Galley.Sandbox.Accounts;
using Galley.Sandbox.Answers;

namespace Galley.Sandbox.Routes;

/// <summary>Who may call what: key, scope, kind of route, grant, in this order.</summary>
internal static class AccessCheck
{
    private const string Bearer = "Bearer ";

    public static SandboxKey? KeyOf(HttpRequest request, SandboxAccounts accounts)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.Ordinal)
            ? accounts.EffectiveKeys.FirstOrDefault(key => key.Secret == header[Bearer.Length..])
            : null;
    }

    /// <returns>The account that the call acts on, or the refusal.</returns>
    public static (string? UserId, Answer? Refusal) Pass(SandboxKey? key, Route route, SandboxAccounts accounts)
    {
        if (key is null)
        {
            return (
                null,
                Answer.Refuse(
                    401,
                    "unauthorized",
                    "The API key is missing or unknown: send Authorization: Bearer and a key of this sandbox."
                )
            );
        }

        if (route.Operation.Scope is { } scope && !key.Has(scope))
        {
            return (null, Answer.Refuse(403, "insufficient_scope", $"This API key lacks the scope {scope}."));
        }

        if (route.ClientId is { } client)
        {
            return Client(key, client, accounts);
        }

        if (key.IsAgency && route.Operation.IsNested)
        {
            return (
                null,
                Answer.Refuse(
                    403,
                    "agency_key",
                    $"An agency's key works on its clients' accounts: use /clients/{{clientId}}{route.Operation.Path}."
                )
            );
        }

        return (key.UserId, null);
    }

    private static (string? UserId, Answer? Refusal) Client(SandboxKey key, string clientId, SandboxAccounts accounts)
    {
        var client = key.IsAgency ? accounts.Clients.FirstOrDefault(client => client.UserId == clientId) : null;
        return client?.GrantStatus switch
        {
            SandboxClient.Active => (client.UserId, null),
            null => (null, Answer.Refuse(403, "no_grant", $"This API key has no grant for the account {clientId}.")),
            var status => (
                null,
                Answer.Refuse(403, "grant_not_active", $"The grant for the account {clientId} is {status}, not active.")
            ),
        };
    }
}
