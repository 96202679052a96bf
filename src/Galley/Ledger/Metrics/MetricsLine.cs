using Galley.Api;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Ledger.Metrics;

/// <summary>
/// The running totals of one object as one refresh read them: a line of <c>metrics/&lt;account id&gt;.jsonl</c>. A span's
/// figures are the difference of two lines.
/// </summary>
/// <param name="Id">LeadPanther's: a key may get another object, whose totals begin anew.</param>
public sealed record MetricsLine(Instant At, string Slug, Kind Kind, string Key, string Id)
{
    /// <summary>Where LinkedIn shows the post.</summary>
    public string? PublishedUrl { get; init; }

    /// <summary>A post's; null for a lead magnet.</summary>
    public PostMetrics? Post { get; init; }

    /// <summary>A lead magnet's; null for a post.</summary>
    public LeadMagnetMetrics? LeadMagnet { get; init; }
}
