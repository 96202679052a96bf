using System.Collections.Immutable;
using Galley.Ledger.Metrics;
using NodaTime;

namespace Galley.Reporting;

/// <summary>All readings of one object, by time.</summary>
/// <param name="Began">When its counts were zero for sure; null when that is not known.</param>
/// <param name="Clients">When anything of its client was read, by time.</param>
internal sealed record History(ImmutableArray<MetricsLine> Lines, Instant? Began, ReadingTimes Clients)
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

        return new MetricDelta(total, IsToDate: !WasZero(from));
    }

    /// <summary>
    /// What it gained in the span beside what it gained in the one before. Null where there is nothing to compare: it
    /// was read in neither.
    /// </summary>
    public Comparison? Compare(Metric metric, Instant before, Instant from, Instant to)
    {
        var (earlier, now) = (Between(metric, before, from), Between(metric, from, to));
        if (earlier is null && now is null)
        {
            return null;
        }

        var isKnownNow = now is { IsToDate: false } || (now is null && Last(to)?.At < from);
        var isKnownEarlier = earlier is { IsToDate: false } || (earlier is null && WasZero(from));
        return isKnownNow && isKnownEarlier
            ? new Comparison(now?.Value ?? 0, earlier?.Value ?? 0, LeftOut: 0)
            : Comparison.Impossible;
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

        return WasZero(from)
            ? total
            : total - (Lines.Select(metric.Of).FirstOrDefault(count => count is not null) ?? total);
    }

    /// <summary>
    /// A total about 24 hours after a post went out. A reading hours earlier or later says something else, so it is null
    /// where there is none near.
    /// </summary>
    public long? AfterADay(Metric metric, Instant began, Instant to)
    {
        var day = began + Duration.FromDays(1);
        return Lines
            .Where(line => line.At < to && Distance(line) <= Duration.FromHours(4))
            .OrderBy(Distance)
            .Select(metric.Of)
            .FirstOrDefault();

        Duration Distance(MetricsLine line) => line.At > day ? line.At - day : day - line.At;
    }

    /// <summary>The last reading before an instant.</summary>
    public MetricsLine? Last(Instant before) => Lines.LastOrDefault(line => line.At < before);

    /// <summary>
    /// A span counts from the client's last reading before it. What began after that reading was zero at it, also if it
    /// began before the span's first day.
    /// </summary>
    private bool WasZero(Instant from) => Began >= (Clients.Last(from) ?? from);
}
