using System.Collections.Immutable;
using System.Globalization;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports;

/// <summary>Figures and days as every form of the report says them.</summary>
internal static class ReportWording
{
    /// <summary>From here on, people think in times, not in percent.</summary>
    private const int TimesFrom = 3;

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

    /// <summary>between 11 and 15 Jun: nobody knows on which of these days.</summary>
    public static string Between(ReportStep step, DateTimeZone zone)
    {
        var (from, to) = (step.From.InZone(zone).Date, step.To.InZone(zone).Date);
        return from == to ? $"on {LocalTimes.ShortDay(to)}"
            : from.Month == to.Month && from.Year == to.Year
                ? $"between {Count(from.Day)} and {LocalTimes.ShortDay(to)}"
            : $"between {LocalTimes.ShortDay(from)} and {LocalTimes.ShortDay(to)}";
    }

    public static string LengthOf(ReportSpan span) => span.Days == 1 ? "1 day" : $"{span.Days} days";

    /// <summary>What stands below a total. What is so of all totals is said once, by <see cref="Basis"/>, and not here.</summary>
    public static string? Beside(MetricTotals totals, Comparisons comparisons, Measure measure) =>
        measure.From(totals) is not { } delta ? "No figures"
        : delta.IsToDate ? (totals.IsAllToDate ? null : "Total to date")
        : Change(comparisons[measure]);

    /// <summary>How a total stands beside the span before; null where that is not known.</summary>
    public static string? Change(Comparison? comparison)
    {
        if (comparison is not { Now: var now, Before: var before })
        {
            return null;
        }

        if (now == before)
        {
            return "As many as before";
        }

        if (before <= 0)
        {
            return "None before";
        }

        var change = $"{(now > before ? "▲" : "▼")} {MoreThan(comparison)}";
        return comparison.LeftOut == 0 ? $"{change} the {Count(before)} before" : $"{change} before";
    }

    /// <summary>22% more than, 8.0% fewer than, 3.5 times as many as.</summary>
    public static string MoreThan(Comparison comparison)
    {
        var ratio = comparison.Now / (double)comparison.Before;
        return ratio >= TimesFrom
            ? $"{ratio.ToString(ratio < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture)} times as many as"
            : $"{Share(Math.Abs(ratio - 1))} {(ratio > 1 ? "more" : "fewer")} than";
    }

    /// <summary>a, b and c.</summary>
    public static string List(IReadOnlyList<string> parts) =>
        parts is [var only] ? only : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";

    public static string Plural(long count, string word) => $"{Count(count)} {word}{(count == 1 ? "" : "s")}";

    public static string Zone(DateTimeZone zone) => zone.Id.Replace('_', ' ');

    /// <summary>When a post went out; and whether more is sure to come.</summary>
    public static string When(ReportedPost post, DateTimeZone zone) =>
        string.Join(
            " · ",
            new[]
            {
                post.At is { } at ? LocalTimes.Full(at.InZone(zone)) : null,
                post.IsSoFar ? "so far" : null,
            }.OfType<string>()
        );

    /// <summary>What follows the name of a post without figures; empty where nothing more is known.</summary>
    public static string WhyNoFigures(ReportedPost post) =>
        post.IsGone ? ", no longer in LeadPanther: as far as Galley can tell, it did not go out"
        : post.IsAwaited ? ", out after the last reading: none so far"
        : "";

    /// <summary>Posts that next to nobody saw, as one.</summary>
    public static string Older(ImmutableArray<ReportedPost> posts)
    {
        var seen = posts.Sum(post => post.Totals[Metric.Impressions] ?? 0);
        return $"{Plural(posts.Length, "post")} with "
            + (seen == 0 ? "nothing" : $"next to nothing, {Plural(seen, "impression")} together")
            + " in these days";
    }

    /// <summary>Whether the figures are of these days alone and what they are compared with, in as few words as there is to say.</summary>
    public static string? Basis(MetricTotals totals, Comparisons comparisons, int toDate)
    {
        if (!totals.HasAny)
        {
            return null;
        }

        var known =
            totals.IsAllToDate ? "Nothing was read before these days, so all figures are totals to date."
            : toDate > 0
                ? $"{Objects(toDate)} had no earlier reading to subtract: {(toDate == 1 ? "its" : "their")} "
                    + "total to date is in no sum."
            : null;
        var without = Measure
            .OfTotals.Where(measure => measure.From(totals) is { IsToDate: false } && comparisons[measure] is null)
            .Select(measure => measure.Name.ToLowerInvariant())
            .ToList();
        var compared =
            !comparisons.HasAny ? "There is nothing earlier to compare with yet."
            : without.Count > 0 ? $"There is nothing earlier yet to compare {List(without)} with."
            : null;
        var leftOut =
            comparisons.LeftOut > 0
                ? $"The comparison leaves out {Objects(comparisons.LeftOut)} of which the days before, or "
                    + "these, have no figure."
                : null;
        return string.Join(' ', new[] { known, compared, leftOut }.OfType<string>()) is { Length: > 0 } words
            ? words
            : null;
    }

    private static string Objects(int count) =>
        count == 1 ? "1 post or lead magnet" : $"{Count(count)} posts or lead magnets";

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
