using Galley.Content;
using Galley.Content.Fields;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using NodaTime;
using NodaTime.Text;

namespace Galley.Authoring;

/// <summary>Writes and reads times as <c>scheduled_at</c> has them.</summary>
public static class LocalTimeText
{
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm"
    );
    private static readonly LocalDateTimePattern ToTheSecond = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm':'ss"
    );
    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>In the client's time zone; with an offset only if the clocks show this time twice.</summary>
    public static string Format(Instant time, DateTimeZone zone)
    {
        var zoned = time.InZone(zone);
        var local = zoned.LocalDateTime;
        var text = (local.Second == 0 ? ToTheMinute : ToTheSecond).Format(local);
        return zone.MapLocal(local).Count == 1 ? text : $"{text} {Offsets.Format(zoned.Offset)}";
    }

    /// <summary>For messages: with the day of the week and the time zone.</summary>
    public static string ForPeople(Instant time, DateTimeZone zone) =>
        time.InZone(zone).ToString("ddd d MMM uuuu HH:mm '('z')'", System.Globalization.CultureInfo.InvariantCulture);

    /// <returns>The time, or null; then <paramref name="why"/> says what is wrong and what to type instead.</returns>
    public static Instant? Read(string text, DateTimeZone zone, out string why)
    {
        var words = "";
        var report = new FileReport("", null, problem => words = $"{problem.Message} {problem.Help}");
        var time = ScheduledTime.Read(new ScalarNode(Position.Start, text.Trim(), ScalarStyle.Quoted), zone, report);
        why = words;
        return time;
    }
}
