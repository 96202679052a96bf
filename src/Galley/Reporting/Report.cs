using System.Collections.Immutable;
using NodaTime;

namespace Galley.Reporting;

/// <summary>What came of what was published, from the readings that refreshes have kept. A value: nothing is read to show it.</summary>
public sealed record Report(Instant Now, ReportSpan Span, ImmutableArray<ClientReport> Clients)
{
    public Figures Totals => Sum(Clients.Select(client => client.Totals));

    /// <summary>Of the clients that have one; null when none has, or one of those with figures lacks it.</summary>
    public Figures? Before =>
        Clients.Any(client => client.Before is not null) && Clients.All(client => client.Before is not null || !client.Totals.HasAny)
            ? Sum(Clients.Select(client => client.Before).OfType<Figures>())
            : null;

    internal static Figures Sum(IEnumerable<Figures> all)
    {
        var list = all.ToList();
        return Figures.Of(
            Metric.OfPosts.Concat(Metric.OfLeadMagnets),
            metric => Gain.Sum(list.Select(figures => figures.Gains.TryGetValue(metric, out var gain) ? gain : (Gain?)null)));
    }
}
