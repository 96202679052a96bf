using NodaTime;

namespace Galley.Api;

/// <summary>§ List Activity. Personal data: never into a comment, log or ledger.</summary>
public sealed record Activity
{
    public required string Id { get; init; }
    public string? Source { get; init; }
    public string? AuthorName { get; init; }
    public string? AuthorHeadline { get; init; }
    public string? LinkedInProfileUrl { get; init; }
    public string? Content { get; init; }
    public string? Keyword { get; init; }
    public string? Status { get; init; }
    public Instant? OccurredAt { get; init; }
    public string? PostId { get; init; }
    public string? CommentId { get; init; }
    public bool? IsLeadMagnetRequest { get; init; }
    public string? MatchedTemplateId { get; init; }
}

/// <summary>§ List Activity, "Supported filters". Null leaves a filter out.</summary>
/// <param name="Offset">How many to pass over.</param>
/// <param name="Limit">The most to give; null for all.</param>
public sealed record ActivityFilter(
    string? Source = null,
    string? Status = null,
    string? Keyword = null,
    string? Search = null,
    int Offset = 0,
    int? Limit = null
);
