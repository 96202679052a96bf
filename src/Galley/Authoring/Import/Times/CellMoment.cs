using System.Globalization;
using System.Text.RegularExpressions;

namespace Galley.Authoring.Import.Times;

/// <summary>The parts of a cell with a day and a time of day.</summary>
/// <param name="Date">Everything before the time of day.</param>
/// <param name="Time"><c>HH:mm:ss</c>; null for none.</param>
/// <param name="Offset"><c>Z</c> or <c>+02:00</c>; empty for none.</param>
internal sealed partial record CellMoment(string Date, string? Time, string Offset)
{
    public static CellMoment From(string cell)
    {
        var match = Form().Match(cell.Trim());
        if (!match.Success || TimeOf(match) is not { } time)
        {
            return new CellMoment(cell.Trim(), null, "");
        }

        return new CellMoment(match.Groups["date"].Value.Trim(), time, OffsetOf(match.Groups["zone"].Value));
    }

    private static string? TimeOf(Match match)
    {
        var hour = Number(match, "hour");
        var (minute, second) = (Number(match, "minute"), Number(match, "second"));
        if (match.Groups["half"] is { Success: true, Value: var half })
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half is "p" or "P" ? 12 : 0);
        }
        else if (!match.Groups["minute"].Success)
        {
            return null;
        }

        return hour > 23 || minute > 59 || second > 59
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}:{second:00}");
    }

    private static string OffsetOf(string zone) =>
        zone.ToUpperInvariant() switch
        {
            "Z" or "UTC" or "GMT" => "Z",
            var offset => offset,
        };

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits }
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(
        @"^(?<date>.*?)(?:\s*,\s*|\s+at\s+|T|\s+|^)"
            + @"(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.[0-9]{1,7})?)?)?"
            + @"\s*(?:(?<half>[AaPp])\.?[Mm]\.?)?\s*(?<zone>[Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
