using System.Collections.Immutable;
using NodaTime;

namespace Galley.Reporting;

/// <summary>What came of one client's posts and lead magnets in a span.</summary>
public sealed record ClientReport
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required DateTimeZone Zone { get; init; }

    /// <summary>Those with figures, the most seen first.</summary>
    public required ImmutableArray<ReportedPost> Posts { get; init; }

    /// <summary>Those with figures, the most captures first.</summary>
    public required ImmutableArray<ReportedLeadMagnet> LeadMagnets { get; init; }

    /// <summary>Out by the span's end, yet nothing was read of them within it.</summary>
    public required ImmutableArray<ReportedPost> PostsWithout { get; init; }

    public required ImmutableArray<ReportedLeadMagnet> LeadMagnetsWithout { get; init; }

    /// <summary>How many posts went out within the span.</summary>
    public required int PostsOut { get; init; }

    public required MetricTotals Totals { get; init; }

    /// <summary>How many have a total to date among figures of the span, so that no sum can hold it.</summary>
    public int ToDate =>
        Totals.IsAllToDate
            ? 0
            : Posts.Count(post => post.Totals.IsToDate) + LeadMagnets.Count(magnet => magnet.Totals.IsToDate);

    /// <summary>How it stands beside the span before.</summary>
    public required Comparisons Comparisons { get; init; }

    /// <summary>What was gained from reading to reading.</summary>
    public required ImmutableArray<ReportStep> Steps { get; init; }

    /// <summary>Null when nothing was read within the span.</summary>
    public required ReadingSpan? Readings { get; init; }
}
