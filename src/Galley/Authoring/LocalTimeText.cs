using Galley.Content;
using Galley.Content.Fields;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using NodaTime;
using NodaTime.Text;

namespace Galley.Authoring;

/// <summary>Moments as authors write them into <c>scheduled_at</c>, both ways.</summary>
public static class LocalTimeText
{
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm"
    );
    private static readonly LocalDateTimePattern ToTheSecond = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm':'ss"
    );
    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>In the client's zone; with the offset only where the clocks show the time twice.</summary>
    public static string Format(Instant time, DateTimeZone zone)
    {
        var zoned = time.InZone(zone);
        var local = zoned.LocalDateTime;
        var text = (local.Second == 0 ? ToTheMinute : ToTheSecond).Format(local);
        return zone.MapLocal(local).Count == 1 ? text : $"{text} {Offsets.Format(zoned.Offset)}";
    }

    /// <summary>For people: with the day of the week and the zone.</summary>
    public static string ForPeople(Instant time, DateTimeZone zone) =>
        time.InZone(zone).ToString("ddd d MMM uuuu HH:mm '('z')'", System.Globalization.CultureInfo.InvariantCulture);

    /// <returns>The moment, or in <paramref name="why"/> what is wrong with the text and what to type instead.</returns>
    /// <param name="now">For a person at a prompt, who may type <c>tomorrow 9am</c>. Null: only what a file can have.</param>
    public static Instant? Read(string text, DateTimeZone zone, out string why, Instant? now = null)
    {
        var words = "";
        var report = new FileReport("", null, problem => words = $"{problem.Message} {problem.Help}");
        var typed =
            now is { } today && TimeGuess.Leftover(text) is null ? Understood(text, today.InZone(zone).Date) : text;
        var time = ScheduledTime.Read(new ScalarNode(Position.Start, typed.Trim(), ScalarStyle.Quoted), zone, report);
        why = words;
        return time;
    }

    /// <summary>The one reading that a text has. Where there are none or two, the text itself.</summary>
    private static string Understood(string text, LocalDate today) =>
        TimeGuess.Of(text, today) is [var reading] ? reading
        : TimeGuess.Of($"{LocalDatePattern.Iso.Format(today)} {text}") is [var ofToday] && TimeGuess.Dates(text) is []
            ? ofToday
        : text;
}
