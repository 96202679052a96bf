using System.Globalization;
using Galley.Content;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports;

/// <summary>The medians of a client's posts, each with its name, its value, and of how many posts it is.</summary>
public static class TypicalPostWording
{
    public static IEnumerable<(string Name, string Value, string Basis)> Facts(TypicalPost typical, DateTimeZone zone)
    {
        if (typical.Impressions is { } impressions)
        {
            yield return ("Median impressions", Count(impressions), N(impressions));
        }

        if (typical.EngagementRate is { } rate)
        {
            yield return ("Median engagement rate", ReportWording.Share(rate.Value), N(rate));
        }

        if (typical.AfterADay is { } day)
        {
            yield return ("Median after about a day", Count(day), $"impressions, read 20 to 28 hours after, {N(day)}");
        }

        if (typical.Weekday is { } weekday)
        {
            yield return ("Best weekday", weekday.Time.ToString(), Basis(weekday.Impressions, zone));
        }

        if (typical.Hour is { } hour)
        {
            yield return (
                "Best hour",
                string.Create(CultureInfo.InvariantCulture, $"{hour.Time:00}:00 to {hour.Time:00}:59"),
                Basis(hour.Impressions, zone)
            );
        }

        if (typical.Slot is { } slot)
        {
            yield return ("Best time", Written(slot), "the best weekday, at the most usual time of the best hour");
        }
    }

    /// <summary><c>slots: [Tue 08:30]</c>: the line that client.yaml takes.</summary>
    public static string Line(WeeklySlot slot) => $"slots: [{Written(slot)}]";

    /// <summary><c>Tue 08:30</c>.</summary>
    public static string Written(WeeklySlot slot) =>
        $"{slot.Day.ToString()[..3]} {slot.Time.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private static string Basis(Median impressions, DateTimeZone zone) =>
        $"median {Count(impressions)} impressions, {N(impressions)}, {LocalTimes.City(zone)} time";

    private static string Count(Median median) => ReportWording.Count((long)Math.Round(median.Value));

    /// <summary>It never breaks in two.</summary>
    private static string N(Median median) => $"n\u00A0=\u00A0{ReportWording.Count(median.Count)}";
}
