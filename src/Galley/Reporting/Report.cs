using System.Collections.Immutable;
using NodaTime;

namespace Galley.Reporting;

/// <summary>What came of what was published, from the readings that refreshes have kept. A value: nothing is read to show it.</summary>
public sealed record Report(Instant Now, ReportSpan Span, ImmutableArray<ClientReport> Clients)
{
    public MetricTotals Totals => Sum(Clients.Select(client => client.Totals));

    /// <summary>Of the clients that have one; null when none has, or one of those with figures lacks it.</summary>
    public MetricTotals? Before =>
        Clients.Any(client => client.Before is not null)
        && Clients.All(client => client.Before is not null || !client.Totals.HasAny)
            ? Sum(Clients.Select(client => client.Before).OfType<MetricTotals>())
            : null;

    internal static MetricTotals Sum(IEnumerable<MetricTotals> all)
    {
        var list = all.ToList();
        return MetricTotals.From(Metric.OfPosts.Concat(Metric.OfLeadMagnets), metric =>
            MetricDelta.Sum(
                list.Select(totals => totals.Gains.TryGetValue(metric, out var delta) ? delta : (MetricDelta?)null)
            )
        );
    }
}
