using System.Collections.Immutable;

namespace Galley.Reporting;

/// <summary>How a client, or many together, stand beside the span before, by metric.</summary>
public sealed record Comparisons(ImmutableDictionary<Metric, Comparison> ByMetric)
{
    public bool HasAny => !ByMetric.IsEmpty;

    /// <summary>How many objects are compared in no metric, or not in all.</summary>
    public int LeftOut => MostLeftOut(Metric.OfPosts) + MostLeftOut(Metric.OfLeadMagnets);

    /// <summary>Null where one of the metrics can't be compared, or where there was nothing at all before.</summary>
    public Comparison? this[Measure measure] =>
        measure.Metrics.Any(ByMetric.ContainsKey)
            ? Comparison.Sum(measure.Metrics.Select(metric => ByMetric.GetValueOrDefault(metric)))
            : null;

    private int MostLeftOut(ImmutableArray<Metric> metrics) =>
        metrics.Max(metric => ByMetric.GetValueOrDefault(metric)?.LeftOut ?? 0);

    internal static Comparisons Sum(IEnumerable<Comparisons> all)
    {
        var list = all.ToList();
        return From(metric => Comparison.Sum(list.Select(each => each.ByMetric.GetValueOrDefault(metric))));
    }

    internal static Comparisons From(Func<Metric, Comparison?> compare) =>
        new(
            Metric
                .All.Select(metric => (metric, Comparison: compare(metric)))
                .Where(pair => pair.Comparison is not null)
                .ToImmutableDictionary(pair => pair.metric, pair => pair.Comparison!)
        );
}
