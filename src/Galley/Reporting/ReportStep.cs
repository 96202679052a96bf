using System.Collections.Immutable;
using NodaTime;

namespace Galley.Reporting;

/// <summary>What was gained between two readings. Nobody knows on which day between them.</summary>
/// <param name="From">The reading before; the span's beginning where there is none.</param>
/// <param name="To">The reading.</param>
public sealed record ReportStep(Instant From, Instant To, ImmutableDictionary<Metric, long> Gains)
{
    public double Days => (To - From).TotalDays;

    public long this[Measure measure] => measure.Metrics.Sum(metric => Gains.GetValueOrDefault(metric));

    /// <summary>Of many clients: between readings that all of those with any have in common.</summary>
    internal static ImmutableArray<ReportStep> Merge(IEnumerable<ImmutableArray<ReportStep>> clients)
    {
        var all = clients.Where(steps => !steps.IsEmpty).ToList();
        if (all.Count == 0)
        {
            return [];
        }

        var ends = all.Select(steps => steps.Select(step => step.To)).Aggregate((left, right) => left.Intersect(right));
        var merged = ImmutableArray.CreateBuilder<ReportStep>();
        var from = Instant.MinValue;
        foreach (var to in ends.Order())
        {
            var within = all.SelectMany(steps => steps.Where(step => step.To > from && step.To <= to)).ToList();
            merged.Add(new ReportStep(within.Min(step => step.From), to, Sum(within)));
            from = to;
        }

        return merged.ToImmutable();
    }

    private static ImmutableDictionary<Metric, long> Sum(List<ReportStep> steps) =>
        Metric.All.ToImmutableDictionary(metric => metric, metric => steps.Sum(step => step.Gains[metric]));
}
