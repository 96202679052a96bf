using System.Collections.Immutable;
using Galley.Ledger.Metrics;
using NodaTime;

namespace Galley.Reporting;

/// <summary>When anything of a client was read, by time.</summary>
internal sealed record ReadingTimes(ImmutableArray<Instant> All)
{
    public static ReadingTimes Of(IEnumerable<MetricsLine> lines) =>
        new([.. lines.Select(line => line.At).Distinct().Order()]);

    /// <summary>The last one before an instant.</summary>
    public Instant? Last(Instant before)
    {
        var index = All.BinarySearch(before);
        return (index < 0 ? ~index : index) is > 0 and var next ? All[next - 1] : null;
    }

    /// <summary>The last one of each day on which there was one, within a span.</summary>
    public IEnumerable<Instant> Daily(DateTimeZone zone, Instant from, Instant to) =>
        All.Where(at => at >= from && at < to).GroupBy(at => at.InZone(zone).Date).Select(day => day.Last());
}
