using System.Text.RegularExpressions;
using Galley.Content.Yaml;
using Galley.Diagnostics.Codes;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Galley.Content.Fields;

/// <summary>Turns the text of <c>scheduled_at</c> into an instant: in the client's time zone, or with its own offset or Z.</summary>
internal static partial class ScheduledTime
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm':'ss.fff"
    );

    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH:mm");
    private static readonly LocalDateTimePattern Shown = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm"
    );
    private static readonly OffsetDateTimePattern ShownWithOffset = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm o<+HH:mm>"
    );

    /// <returns>Null after reporting why.</returns>
    public static Instant? Read(ScalarNode node, DateTimeZone zone, FileReport report)
    {
        var match = Form().Match(node.Text);
        if (!match.Success)
        {
            return Refuse(report, Unreadable(node));
        }

        if (!Local.Parse(Canonical(match)).TryGetValue(default, out var local))
        {
            return Refuse(report, NoSuchDay(node));
        }

        if (match.Groups["offset"] is { Success: true, Value: var text })
        {
            return OffsetOf(text) is { } offset
                ? local.WithOffset(offset).ToInstant()
                : Refuse(report, Unreadable(node));
        }

        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            1 => mapping.Single().ToInstant(),
            0 => Refuse(report, Skipped(node, mapping)),
            _ => Refuse(report, Repeated(node, mapping)),
        };
    }

    private static Instant? Refuse(FileReport report, Fault fault)
    {
        report.Add(fault);
        return null;
    }

    private static string Canonical(Match match)
    {
        var seconds = match.Groups["second"] is { Success: true, Value: var second } ? second : "00";
        var fraction = match.Groups["fraction"].Value.PadRight(3, '0');
        return $"{match.Groups["date"].Value} {match.Groups["time"].Value}:{seconds}.{fraction}";
    }

    private static Offset? OffsetOf(string text)
    {
        if (text is "Z" or "z")
        {
            return Offset.Zero;
        }

        var withColon = text.Contains(':', StringComparison.Ordinal) ? text : text.Insert(3, ":");
        return Offsets.Parse(withColon).TryGetValue(default, out var offset) ? offset : null;
    }

    private static Fault Unreadable(ScalarNode node) =>
        new(
            TimeCodes.UnreadableTime,
            node.At,
            $"`{node.Text}` is not a time that Galley can read.",
            "Write year, month, day and time like this: 2026-06-15 10:00 (the client's time zone), or 2026-06-15T14:00Z, "
                + "or 2026-06-15 10:00 -04:00."
        );

    private static Fault NoSuchDay(ScalarNode node) =>
        new(
            TimeCodes.NoSuchDay,
            node.At,
            $"`{node.Text}` has a day or a time that does not exist.",
            "Write the year, the month and the day in this order, then a time from 00:00 to 23:59, such as 2026-06-15 10:00."
        );

    /// <summary>Shows both readings: with the offset before the change, and with the one after it.</summary>
    private static Fault Skipped(ScalarNode node, ZoneLocalMapping mapping)
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

    private static Fault Repeated(ScalarNode node, ZoneLocalMapping mapping) =>
        new(
            TimeCodes.Repeated,
            node.At,
            $"`{node.Text}` happens twice in {mapping.Zone.Id}: the clocks go back and repeat it.",
            $"Write {WithOffset(mapping.First())} for the first, or {WithOffset(mapping.Last())} for the second."
        );

    private static string WithOffset(ZonedDateTime time) => ShownWithOffset.Format(time.ToOffsetDateTime());

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[ Tt](?<time>[0-9]{2}:[0-9]{2})(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]{1,3}))?)?"
            + @" ?(?<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
