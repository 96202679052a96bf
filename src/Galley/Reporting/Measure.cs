using System.Collections.Immutable;

namespace Galley.Reporting;

/// <summary>What a report totals and compares: one count, or several together.</summary>
public sealed record Measure(string Name, ImmutableArray<Metric> Metrics)
{
    public static readonly Measure Impressions = new("Impressions", [Metric.Impressions]);

    /// <summary>What people do with a post, beside seeing it.</summary>
    public static readonly Measure Engagement = new("Engagement", [Metric.Reactions, Metric.Comments, Metric.Reposts]);

    public static readonly Measure Comments = new("Comments", [Metric.Comments]);
    public static readonly Measure Views = new("Page views", [Metric.Views]);
    public static readonly Measure Captures = new("Captures", [Metric.Captures]);

    /// <summary>Those that stand on top of a report.</summary>
    public static readonly ImmutableArray<Measure> OfTotals = [Impressions, Engagement, Views, Captures];

    /// <summary>Null where there is none.</summary>
    public MetricDelta? From(MetricTotals totals) =>
        MetricDelta.Sum(
            Metrics.Select(metric => totals.Gains.TryGetValue(metric, out var delta) ? delta : (MetricDelta?)null)
        );
}
