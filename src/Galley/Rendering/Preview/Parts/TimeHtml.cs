using NodaTime;

namespace Galley.Rendering.Preview.Parts;

/// <summary>Times as pages write them.</summary>
internal static class TimeHtml
{
    /// <summary>Wed 10 Jun 2026, 09:15.</summary>
    public static Html Full(ZonedDateTime at) =>
        Html.From($"<time datetime=\"{Machine(at)}\">{LocalTimes.Full(at)}</time>");

    /// <summary>09:15.</summary>
    public static Html Clock(ZonedDateTime at) =>
        Html.From($"<time datetime=\"{Machine(at)}\">{LocalTimes.Clock(at)}</time>");

    /// <summary>Wed 10 Jun, 09:15.</summary>
    public static Html Short(ZonedDateTime at) =>
        Html.From($"<time datetime=\"{Machine(at)}\">{LocalTimes.DayAndClock(at)}</time>");

    /// <summary>25 min, 2 h, 1 h 30 min, 2 days.</summary>
    public static string Delay(int minutes) =>
        (minutes / 1440, minutes / 60 % 24, minutes % 60) switch
        {
            (0, 0, var m) => $"{m} min",
            (0, var h, 0) => $"{h} h",
            (0, var h, var m) => $"{h} h {m} min",
            (1, 0, 0) => "1 day",
            (var d, 0, 0) => $"{d} days",
            (var d, var h, _) => $"{d} d {h} h",
        };

    private static string Machine(ZonedDateTime at) => Payloads.UtcTime.Write(at.ToInstant());
}
