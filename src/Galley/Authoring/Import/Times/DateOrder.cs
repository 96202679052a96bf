using System.Globalization;
using System.Text.RegularExpressions;
using Galley.Content.Fields;
using NodaTime;

namespace Galley.Authoring.Import.Times;

/// <summary>
/// Reads a sheet's days. If day and month could be swapped, another row has to tell the order: one day above 12 decides for all
/// rows. Without such a row, nothing is guessed. Numbers with dots between them begin with the day everywhere.
/// </summary>
internal sealed partial class DateOrder
{
    private static readonly string[] WithNamedMonth =
    [
        "d MMM yyyy",
        "d MMMM yyyy",
        "MMM d, yyyy",
        "MMMM d, yyyy",
        "MMM d yyyy",
        "MMMM d yyyy",
        "d-MMM-yyyy",
        "d. MMM yyyy",
        "d. MMMM yyyy",
    ];

    private readonly string? _format;
    private readonly bool _isDayFirst;

    private DateOrder(string? format, bool isDayFirst) => (_format, _isDayFirst) = (format, isDayFirst);

    /// <param name="dates">Of all rows, with their numbers.</param>
    /// <param name="typedFormat">--date-format.</param>
    public static DateOrder Detect(IEnumerable<(int Row, string Date)> dates, string? typedFormat)
    {
        if (typedFormat is not null)
        {
            return new DateOrder(Format(typedFormat), isDayFirst: false);
        }

        var numeric = dates
            .Select(date => (date.Row, date.Date, Match: Numeric().Match(date.Date)))
            .Where(date => date.Match.Success && !HasDots(date.Match))
            .ToList();
        var dayFirst = numeric.Find(date => Part(date.Match, 1) > 12);
        var monthFirst = numeric.Find(date => Part(date.Match, 2) > 12);
        var either = numeric.Find(date => Part(date.Match, 1) != Part(date.Match, 2));
        if (dayFirst.Match is not null && monthFirst.Match is not null)
        {
            throw new GalleyException(
                $"Row {dayFirst.Row} ({dayFirst.Date}) begins with the day, but row {monthFirst.Row} ({monthFirst.Date}) begins with "
                    + "the month. Write all dates in the same order, for example 2026-06-15."
            );
        }

        if (dayFirst.Match is null && monthFirst.Match is null && either.Match is not null)
        {
            throw new GalleyException(
                $"Row {either.Row} has the date {either.Date}, which can be read in two ways, and no other row shows the order. "
                    + "Add --date-format dd/MM/yyyy (day first) or --date-format MM/dd/yyyy (month first)."
            );
        }

        return new DateOrder(null, dayFirst.Match is not null);
    }

    /// <summary>Day and month can be swapped, and that would be another day.</summary>
    public static bool HasTwoReadings(string date) =>
        Numeric().Match(date) is { Success: true } match
        && !HasDots(match)
        && Part(match, 1) is var one and <= 12
        && Part(match, 2) is var two and <= 12
        && one != two;

    /// <returns>Null if it can't be read.</returns>
    public LocalDate? Read(string date)
    {
        if (
            _format is not null
            && DateOnly.TryParseExact(date, _format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed)
        )
        {
            return LocalDate.FromDateOnly(typed);
        }

        if (YearFirst().Match(date) is { Success: true } iso)
        {
            return TimeNumbers.Day(Part(iso, 1), Part(iso, 2), Part(iso, 3));
        }

        if (_format is null && Numeric().Match(date) is { Success: true } numeric)
        {
            return _isDayFirst || HasDots(numeric)
                ? TimeNumbers.Day(Part(numeric, 3), Part(numeric, 2), Part(numeric, 1))
                : TimeNumbers.Day(Part(numeric, 3), Part(numeric, 1), Part(numeric, 2));
        }

        return DateOnly.TryParseExact(
            Weekday().Replace(date, ""),
            WithNamedMonth,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var named
        )
            ? LocalDate.FromDateOnly(named)
            : null;
    }

    /// <summary>People write DD/MM/YYYY or dd/mm/yyyy. One letter reads one digit or two.</summary>
    private static string Format(string typed)
    {
        var day = TimeOfDay().Replace(typed, "").Trim().Replace('Y', 'y').Replace('D', 'd').Replace('m', 'M');
        var format = day.Replace("dd", "d")
            .Replace("MMMM", "¤¤")
            .Replace("MMM", "¤")
            .Replace("MM", "M")
            .Replace("¤¤", "MMMM")
            .Replace("¤", "MMM");
        var isWhole = format.Contains('d') && format.Contains('M') && format.Contains("yy");
        return isWhole
            ? format
            : throw new GalleyException(
                $"--date-format is \"{typed}\", but it needs day, month and year. Write it like dd/MM/yyyy or MM/dd/yyyy."
            );
    }

    private static bool HasDots(Match numeric) => numeric.Value.Contains('.');

    private static int Part(Match match, int group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})$")]
    private static partial Regex YearFirst();

    [GeneratedRegex("^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]? ", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    /// <summary>The time of day is read in every form anyway.</summary>
    [GeneratedRegex("[ T]?[Hh]{1,2}.*$")]
    private static partial Regex TimeOfDay();
}
