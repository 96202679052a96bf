using System.Collections.Immutable;

namespace Galley.Sandbox.Accounts;

/// <summary>A LeadPanther account.</summary>
/// <param name="Label">Names the account's default key and heads its part of the page; a client's slug, for instance.</param>
public sealed record SandboxAccount(string UserId, string FullName, string? BusinessName = null, string? Label = null)
{
    public string AccountStatus { get; init; } = "active";

    /// <summary>Lead magnets that exist from the start, so that posts can name their ids.</summary>
    public ImmutableArray<EarlierLeadMagnet> LeadMagnets { get; init; } = [];
}

/// <summary>A lead magnet that exists from the start.</summary>
public sealed record EarlierLeadMagnet(
    string Id,
    string Keyword = "EARLIER",
    string ResourceName = "An earlier lead magnet"
);
