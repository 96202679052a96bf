using System.Collections.Immutable;
using Galley.Ledger.Metrics;
using NodaTime;

namespace Galley.Reporting;

/// <summary>All readings of one object, by time.</summary>
/// <param name="Began">When its counts were zero for sure; null when that is not known.</param>
internal sealed record History(ImmutableArray<MetricsLine> Lines, Instant? Began)
{
    /// <summary>
    /// The difference of the last reading within the span and the last one before it, so that spans in a row add up.
    /// Null when nothing was read within it.
    /// </summary>
    public MetricDelta? Between(Metric metric, Instant from, Instant to)
    {
        if (Last(to) is not { } end || end.At < from || metric.Of(end) is not { } total)
        {
            return null;
        }

        if (Last(from) is { } start && metric.Of(start) is { } before)
        {
            return new MetricDelta(total - before, IsToDate: false);
        }

        return new MetricDelta(total, IsToDate: !(Began >= from));
    }

    /// <summary>
    /// How far a count had come by an instant, counted from <paramref name="from"/>, or from its first reading where
    /// nothing earlier is known.
    /// </summary>
    public long Since(Metric metric, Instant from, Instant until)
    {
        if (Last(until) is not { } end || metric.Of(end) is not { } total)
        {
            return 0;
        }

        if (Last(from) is { } start && metric.Of(start) is { } before)
        {
            return total - before;
        }

        return Began >= from
            ? total
            : total - (Lines.Select(metric.Of).FirstOrDefault(count => count is not null) ?? total);
    }

    /// <summary>The last reading before an instant.</summary>
    public MetricsLine? Last(Instant before) => Lines.LastOrDefault(line => line.At < before);
}
