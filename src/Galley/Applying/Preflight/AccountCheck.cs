using Galley.Api;
using Galley.Content;

namespace Galley.Applying.Preflight;

/// <summary>
/// Whether a key may serve a client's account. The API documents no account status beyond "active", so only a grant's
/// counts.
/// </summary>
internal static class AccountCheck
{
    /// <summary>Why nothing may be sent for the client; null when all is well.</summary>
    public static string? WhyDirectIsHeld(Client client, Identity identity)
    {
        if (Same(client.Account.Id, identity.Owner.UserId) || Same(client.Account.Id, identity.SubjectUserId))
        {
            return null;
        }

        var owner = identity.Owner.BusinessName ?? identity.Owner.FullName;
        return $"{client.SourceMap.Path} says user_id {client.Account.Id}, but the API key belongs to "
            + $"{identity.Owner.UserId}{(owner is null ? "" : $" ({owner})")}. "
            + $"Use that account's own key, or write client_id if {client.Name} is an agency's client.";
    }

    /// <inheritdoc cref="WhyDirectIsHeld"/>
    public static string? WhyAgencyIsHeld(Client client, ClientAccount? account) =>
        account switch
        {
            null =>
                $"{client.SourceMap.Path} says client_id {client.Account.Id}, which is not among the accounts that the API key can reach. "
                    + "Correct it from the list of `galley clients`, or ask the client to grant the agency access.",
            { Grant: null } =>
                $"The agency has no grant for {client.Name} (client_id {client.Account.Id}). Ask the client for access in LeadPanther.",
            { Grant.Status: "active" } => null,
            { Grant.Status: var status } =>
                $"The agency's grant for {client.Name} (client_id {client.Account.Id}) is {status ?? "without a status"}, not active. "
                    + "Ask the client to renew it in LeadPanther.",
        };

    /// <summary>A permission that the grant does not list may still be given otherwise: worth a warning, never more.</summary>
    public static IEnumerable<string> Warnings(Client client, Grant grant, IEnumerable<string> needed) =>
        needed
            .Where(scope => !grant.Permissions.Contains(scope) && !grant.Permissions.Contains("*"))
            .Select(scope =>
                $"The grant for {client.Name} does not list {scope}, so LeadPanther may refuse what is sent."
            );

    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
