using System.Globalization;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Galley.Content.Fields;

/// <summary>The messages for a <c>scheduled_at</c> that is not a clear point in time. The help has the author's own value.</summary>
internal static class TimeFaults
{
    private const string Form = "YEAR-MONTH-DAY HOUR:MINUTE";

    private static readonly LocalDateTimePattern Shown = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm"
    );
    private static readonly OffsetDateTimePattern ShownWithOffset = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm o<+HH:mm>"
    );

    public static Fault Unreadable(ScalarNode node)
    {
        var readings = TimeGuess.Of(node.Text);
        var isCertain = readings.Length == 1 && TimeGuess.Leftover(node.Text) is null;
        return new Fault(
            TimeCodes.UnreadableTime,
            node.At,
            $"`{QuotedText.Short(node.Text)}` is not a time that Galley can read.",
            Help(node.Text, readings)
        )
        {
            Fix = isCertain && node.End is { } end ? new Fix(node.At, end, readings[0]) : null,
        };
    }

    private static string Help(string text, string[] readings)
    {
        if (readings.Length > 0)
        {
            var which = readings.Length == 1 ? "" : " It is not clear which number is the month.";
            return $"Write {string.Join(" or ", readings)}.{which}{Zone(text, readings[0])}";
        }

        return (TimeGuess.Dates(text), TimeGuess.TimeOfDay(text)) switch
        {
            ([var date], _) => $"Write the time of day after the date, such as {date} 10:00.",
            (_, { } time) =>
                $"Write the date itself before the time: YEAR-{TimeGuess.DayOfYear(text) ?? "MONTH-DAY"} {time}.",
            _ => $"Write it as {Form}, in the client's time zone.",
        };
    }

    private static string Zone(string text, string reading) =>
        TimeGuess.Leftover(text) is { } zone
            ? $" It is not clear what `{QuotedText.Short(zone)}` means. If it is not the client's time zone, write "
                + $"the offset: {reading} +02:00."
            : "";

    public static Fault NoSuchOffset(ScalarNode node, string offset) =>
        new(
            TimeCodes.UnreadableTime,
            node.At,
            $"`{node.Text}` has the offset {offset}, which does not exist.",
            "Offsets go from -12:00 to +14:00. Without one, the time is in the client's time zone: "
                + $"{node.Text.Replace(offset, "", StringComparison.Ordinal).Trim()}."
        );

    public static Fault NoSuchDay(ScalarNode node)
    {
        var (year, month, day) = (Number(node, 0, 4), Number(node, 5, 2), Number(node, 8, 2));
        var rest = node.Text[10..];
        return new Fault(
            TimeCodes.NoSuchDay,
            node.At,
            $"`{node.Text}` has a day or a time that does not exist.",
            month is > 12 && day is >= 1 and <= 12
                    ? $"Write the month before the day: {year:0000}-{day:00}-{month:00}{rest}."
                : month is < 1 or > 12 || year < 1 ? $"Write it as {Form}, with a month from 01 to 12."
                : day > DaysIn(year, month) || day < 1
                    ? $"{NameOf(month)} {year} has {DaysIn(year, month)} days: from {year:0000}-{month:00}-01{rest} "
                        + $"to {year:0000}-{month:00}-{DaysIn(year, month):00}{rest}."
                : "Write a time from 00:00 to 23:59."
        );
    }

    /// <summary>Shows both readings: with the offset before the change, and with the one after it.</summary>
    public static Fault Skipped(ScalarNode node, ZoneLocalMapping mapping)
    {
        var shift = (mapping.LateInterval.WallOffset - mapping.EarlyInterval.WallOffset).Ticks;
        var later = Shown.Format(mapping.LocalDateTime.PlusTicks(shift));
        var earlier = Shown.Format(mapping.LocalDateTime.PlusTicks(-shift));
        return new Fault(
            TimeCodes.Skipped,
            node.At,
            $"`{node.Text}` does not exist in {mapping.Zone.Id}: the clocks go forward and skip it.",
            $"Write {earlier} (before the change) or {later} (after it)."
        );
    }

    public static Fault Repeated(ScalarNode node, ZoneLocalMapping mapping) =>
        new(
            TimeCodes.Repeated,
            node.At,
            $"`{node.Text}` happens twice in {mapping.Zone.Id}: the clocks go back and repeat it.",
            $"Write {WithOffset(mapping.First())} for the first, or {WithOffset(mapping.Last())} for the second."
        );

    private static string WithOffset(ZonedDateTime time) => ShownWithOffset.Format(time.ToOffsetDateTime());

    private static int Number(ScalarNode node, int start, int length) =>
        int.Parse(node.Text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);

    private static int DaysIn(int year, int month) => CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static string NameOf(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
}
