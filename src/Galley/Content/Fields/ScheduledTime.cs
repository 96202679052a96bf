using System.Text.RegularExpressions;
using Galley.Content.Yaml;
using NodaTime;
using NodaTime.Text;

namespace Galley.Content.Fields;

/// <summary>Turns the text of <c>scheduled_at</c> into an instant: in the client's time zone, or with its own offset or Z.</summary>
internal static partial class ScheduledTime
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm':'ss.fff"
    );

    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <returns>Null after reporting why.</returns>
    public static Instant? Read(ScalarNode node, DateTimeZone zone, FileReport report)
    {
        var match = Form().Match(node.Text);
        if (!match.Success)
        {
            return Refuse(report, TimeFaults.Unreadable(node));
        }

        if (!Local.Parse(Canonical(match)).TryGetValue(default, out var local))
        {
            return Refuse(report, TimeFaults.NoSuchDay(node));
        }

        if (match.Groups["offset"] is { Success: true, Value: var text })
        {
            return OffsetOf(text) is { } offset
                ? local.WithOffset(offset).ToInstant()
                : Refuse(report, TimeFaults.NoSuchOffset(node, text));
        }

        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            1 => mapping.Single().ToInstant(),
            0 => Refuse(report, TimeFaults.Skipped(node, mapping)),
            _ => Refuse(report, TimeFaults.Repeated(node, mapping)),
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

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[ Tt](?<time>[0-9]{2}:[0-9]{2})(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]{1,3}))?)?"
            + @" ?(?<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
