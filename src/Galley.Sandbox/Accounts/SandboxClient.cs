using System.Collections.Immutable;

namespace Galley.Sandbox.Accounts;

/// <summary>An account that an agency works for.</summary>
/// <param name="GrantStatus">
/// Null: no grant at all, and the client isn't listed. With any other status than <c>active</c> the agency's calls are
/// refused.
/// </param>
public sealed record SandboxClient(
    string UserId,
    string FullName,
    string? BusinessName = null,
    string? Label = null,
    string? GrantStatus = SandboxClient.Active
)
{
    public const string Active = "active";

    public string AccountStatus { get; init; } = "active";

    /// <summary>Shown and not enforced: the documentation doesn't say what happens when one is missing.</summary>
    public ImmutableArray<string> Permissions { get; init; } = Scopes.All.Remove(Scopes.ClientsRead);

    public ImmutableArray<EarlierLeadMagnet> LeadMagnets { get; init; } = [];

    internal SandboxAccount Account =>
        new(UserId, FullName, BusinessName, Label) { AccountStatus = AccountStatus, LeadMagnets = LeadMagnets };
}
