using System.Globalization;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports;

/// <summary>Figures and days as every form of the report says them.</summary>
internal static class ReportWording
{
    public static string Count(long? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>4.3%, 12%; an en dash where there is nothing to divide by.</summary>
    public static string Share(double? share) =>
        share switch
        {
            null => "–",
            >= 0.0995 => $"{(share.Value * 100).ToString("N0", CultureInfo.InvariantCulture)}%",
            _ => $"{(share.Value * 100).ToString("0.0", CultureInfo.InvariantCulture)}%",
        };

    /// <summary>8 May to 6 June 2026.</summary>
    public static string Days(ReportSpan span)
    {
        var last = LocalTimes.Date(span.To);
        var first = span.From.Year == span.To.Year ? LocalTimes.DayAndMonth(span.From) : LocalTimes.Date(span.From);
        return span.From == span.To ? last : $"{first} to {last}";
    }

    public static string LengthOf(ReportSpan span) => span.Days == 1 ? "1 day" : $"{span.Days} days";

    /// <summary>How a total stands beside the span before.</summary>
    public static string Change(MetricTotals now, MetricTotals? before, Measure measure)
    {
        if (measure.From(now) is not { } delta)
        {
            return "No figures";
        }

        if (delta.IsToDate)
        {
            return "Total to date";
        }

        if (before is null || measure.From(before) is not { IsToDate: false, Value: var earlier })
        {
            return "Nothing earlier to compare with";
        }

        var value = delta.Value;
        if (value == earlier)
        {
            return "As many as before";
        }

        if (earlier <= 0)
        {
            return "None before";
        }

        var change = Math.Abs(value - earlier) / (double)earlier;
        var (sign, word) = value > earlier ? ("▲", "more") : ("▼", "fewer");
        return $"{sign} {Share(change)} {word} than the {Count(earlier)} before";
    }

    public static string Plural(long count, string word) => $"{Count(count)} {word}{(count == 1 ? "" : "s")}";

    public static string Zone(DateTimeZone zone) => zone.Id.Replace('_', ' ');

    /// <summary>Why some figures are no difference, in one sentence; null when all are.</summary>
    public static string? ToDate(ClientReport client)
    {
        var count =
            client.Posts.Count(post => post.Totals.IsToDate)
            + client.LeadMagnets.Count(magnet => magnet.Totals.IsToDate);
        return count == 0
            ? null
            : $"“Total to date” stands where no earlier reading exists to subtract ({Plural(count, "object")}): "
                + "those figures reach back beyond the first day.";
    }

    /// <summary>Between which readings the figures lie; LeadPanther gives running totals only.</summary>
    public static string Readings(ClientReport client)
    {
        if (client.Readings is not { } readings)
        {
            return "No figures were read in these days: `galley refresh` reads and keeps them, on a schedule best.";
        }

        var to = Moment(readings.To, client.Zone);
        return readings.From is { } from
            ? $"Figures are the difference of LeadPanther’s totals as read on {Moment(from, client.Zone)} and on {to}."
            : $"Figures are LeadPanther’s totals as read on {to}.";
    }

    private static string Moment(Instant at, DateTimeZone zone) => LocalTimes.DateAndClock(at.InZone(zone));
}
