using System.Collections.Immutable;

namespace Galley.Api;

/// <summary>§ Verify Identity.</summary>
public sealed record Identity(AccountOwner Owner, string ActorType, ImmutableArray<string> Scopes, string SubjectUserId)
{
    /// <summary>LeadPanther's clock when it answered; null where the answer does not say.</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>Whether a scope is granted; <c>*</c> satisfies any (§ Scope Checklist).</summary>
    public bool Has(string scope) => Scopes.Contains(scope) || Scopes.Contains("*");
}

public sealed record AccountOwner(string UserId, string? FullName, string? BusinessName, string? AccountStatus);

/// <summary>§ List Clients.</summary>
public sealed record ClientAccount(
    string UserId,
    string? FullName,
    string? BusinessName,
    string? AccountStatus,
    Grant? Grant
);

public sealed record Grant(string Id, string? Label, string? Status, ImmutableArray<string> Permissions);
