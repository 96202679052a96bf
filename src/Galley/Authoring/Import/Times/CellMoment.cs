using System.Globalization;
using System.Text.RegularExpressions;
using Galley.Content.Fields;
using NodaTime;

namespace Galley.Authoring.Import.Times;

/// <summary>The parts of a cell with a day and a time of day.</summary>
/// <param name="Date">Everything before the time of day.</param>
/// <param name="Time">Null for none.</param>
/// <param name="Offset"><c>Z</c> or <c>+02:00</c>; empty for none.</param>
internal sealed partial record CellMoment(string Date, LocalTime? Time, string Offset)
{
    /// <summary>As <c>scheduled_at</c> takes it, with the day that the date is.</summary>
    public string? On(LocalDate day) =>
        Time is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{day:uuuu-MM-dd} {time:HH:mm:ss}{Offset}")
            : null;

    public static CellMoment From(string cell)
    {
        var match = Form().Match(cell.Trim());
        if (!match.Success || TimeOf(match) is not { } time)
        {
            return new CellMoment(cell.Trim(), null, "");
        }

        return new CellMoment(match.Groups["date"].Value.Trim(), time, OffsetOf(match.Groups["zone"].Value));
    }

    private static LocalTime? TimeOf(Match match) =>
        TimeNumbers.TimeOfDay(
            Number(match, "hour"),
            match.Groups["minute"].Success ? Number(match, "minute") : null,
            Number(match, "second"),
            match.Groups["half"].Success ? match.Groups["half"].Value[0] : null
        );

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
            + @"(?<hour>[0-9]{1,2})(?:[:.h](?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.[0-9]{1,7})?)?)?"
            + @"\s*(?:(?<half>[AaPp])\.?[Mm]\.?)?\s*(?<zone>[Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
