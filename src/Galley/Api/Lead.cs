using System.Collections.Immutable;
using NodaTime;

namespace Galley.Api;

/// <summary>§ List Leads. Personal data: never into a comment, log or ledger.</summary>
public sealed record Lead
{
    public required string Id { get; init; }
    public string? LinkedInProfileUrl { get; init; }
    public string? Name { get; init; }
    public string? Headline { get; init; }
    public string? SubmittedEmail { get; init; }
    public string? WorkEmail { get; init; }
    public string? PersonalEmail { get; init; }
    public string? SubmittedName { get; init; }
    public Instant? SubmittedAt { get; init; }
    public string? SubmittedViaMagnetId { get; init; }
    public bool FromComments { get; init; }
    public bool FromDms { get; init; }
    public bool FromIntent { get; init; }
    public long? TotalInteractions { get; init; }
    public string? LatestKeyword { get; init; }
    public ImmutableArray<string> Keywords { get; init; } = [];
    public bool? HasIntent { get; init; }
    public ImmutableArray<string> IntentSignals { get; init; } = [];
    public string? QualificationStatus { get; init; }
    public Instant? FirstSeenAt { get; init; }
    public Instant? LastSeenAt { get; init; }
    public Instant? CreatedAt { get; init; }
    public Instant? UpdatedAt { get; init; }
}

/// <summary>§ List Leads, "Supported filters". Null leaves a filter out.</summary>
/// <param name="Offset">How many to pass over.</param>
/// <param name="Limit">The most to give; null for all.</param>
public sealed record LeadFilter(
    string? Keyword = null,
    string? Source = null,
    bool? HasEmail = null,
    bool? HasIntent = null,
    string? Qualification = null,
    string? Search = null,
    int Offset = 0,
    int? Limit = null
);
