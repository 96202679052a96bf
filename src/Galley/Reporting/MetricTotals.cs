using System.Collections.Immutable;

namespace Galley.Reporting;

/// <summary>What one object, or many together, gained in a span.</summary>
public sealed record MetricTotals(ImmutableDictionary<Metric, MetricDelta> Gains)
{
    public bool HasAny => !Gains.IsEmpty;

    public bool IsZero => Gains.Values.All(delta => delta.Value == 0);

    /// <summary>Some of it is no difference but all that there was up to the span's end.</summary>
    public bool IsToDate => Gains.Values.Any(delta => delta.IsToDate);

    /// <summary>None of it is a difference.</summary>
    public bool IsAllToDate => HasAny && Gains.Values.All(delta => delta.IsToDate);

    /// <summary>Null where the API gave no count.</summary>
    public long? this[Metric metric] => Gains.TryGetValue(metric, out var delta) ? delta.Value : null;

    /// <summary>Reactions, comments and reposts together.</summary>
    public long? Engagement => Measure.Engagement.From(this)?.Value;

    /// <summary>Engagement for each impression.</summary>
    public double? EngagementRate => Ratio(Engagement, this[Metric.Impressions]);

    /// <summary>Unlocks for each unique visitor, which is the API's conversion_rate.</summary>
    public double? Conversion => Ratio(this[Metric.Unlocks], this[Metric.Visitors]);

    public static double? Ratio(long? part, long? whole) =>
        part is { } some && whole is > 0 ? some / (double)whole.Value : null;

    /// <summary>Of many objects: what is known of the span. Only where nothing is, all that there was up to its end.</summary>
    internal static MetricTotals Sum(IEnumerable<MetricTotals> all)
    {
        var list = all.ToList();
        return From(Metric.All, metric =>
            MetricDelta.SumOfKnown(
                list.Select(totals => totals.Gains.TryGetValue(metric, out var delta) ? delta : (MetricDelta?)null)
            )
        );
    }

    internal static MetricTotals From(IEnumerable<Metric> metrics, Func<Metric, MetricDelta?> gain) =>
        new(
            metrics
                .Select(metric => (metric, Gain: gain(metric)))
                .Where(pair => pair.Gain is not null)
                .ToImmutableDictionary(pair => pair.metric, pair => pair.Gain!.Value)
        );
}
