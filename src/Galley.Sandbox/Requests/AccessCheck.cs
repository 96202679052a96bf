using Galley.Sandbox.Accounts;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Requests;

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
        if (!route.Operation.NeedsKey)
        {
            return (null, null);
        }

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
            return (null, Answer.Refuse(403, "forbidden", $"This API key lacks the scope {scope}."));
        }

        if (route.ClientId is { } client)
        {
            return key.IsAgency ? Client(client, accounts) : DirectKey(key, route, client);
        }

        if (key.IsAgency && route.Operation.IsNested)
        {
            return (
                null,
                Answer.Refuse(
                    404,
                    "not_found",
                    $"An agency's key works on its clients' accounts: use /clients/{{clientId}}{route.Operation.Path}."
                )
            );
        }

        return (key.UserId, null);
    }

    /// <summary>The errors page: the wrong one of direct and agency routes is not found.</summary>
    private static (string? UserId, Answer? Refusal) DirectKey(SandboxKey key, Route route, string clientId) =>
        route.Operation.IsNested
            ? (null, Answer.Refuse(404, "not_found", $"A user's own key works on {route.Operation.Path} only."))
        : clientId == key.UserId ? (clientId, null)
        : (null, NoGrant(clientId));

    private static (string? UserId, Answer? Refusal) Client(string clientId, SandboxAccounts accounts)
    {
        var client = accounts.Clients.FirstOrDefault(client => client.UserId == clientId);
        return client?.GrantStatus switch
        {
            SandboxClient.Active => (clientId, null),
            null => (null, NoGrant(clientId)),
            var status => (
                null,
                Answer.Refuse(403, "forbidden", $"The grant for the account {clientId} is {status}, not active.")
            ),
        };
    }

    private static Answer NoGrant(string clientId) =>
        Answer.Refuse(403, "forbidden", $"This API key has no grant for the account {clientId}.");
}
