using System.Collections.Immutable;
using NodaTime;

namespace Galley.Reporting;

/// <summary>What came of what was published, from the readings that refreshes have kept. A value: nothing is read to show it.</summary>
public sealed record Report(Instant Now, ReportSpan Span, ImmutableArray<ClientReport> Clients)
{
    public MetricTotals Totals => MetricTotals.Sum(Clients.Select(client => client.Totals));

    /// <summary>How the clients together stand beside the span before.</summary>
    public Comparisons Comparisons => Comparisons.Sum(Clients.Select(client => client.Comparisons));

    /// <summary>What was gained from reading to reading; empty where the clients have no reading in common.</summary>
    public ImmutableArray<ReportStep> Steps => ReportStep.Merge(Clients.Select(client => client.Steps));
}
