using System.Globalization;
using System.Text.RegularExpressions;
using Galley.Content.Yaml;
using NodaTime;
using NodaTime.Text;

namespace Galley.Content.Fields;

/// <summary>
/// What a date and time in another notation can mean: <c>15/06/2026 9am</c>, <c>June 15, 2026 at 10.30</c>. Files need one
/// notation, so this only helps to write it.
/// </summary>
internal static partial class TimeGuess
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm"
    );

    private static readonly LocalDateTimePattern WithSeconds = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd HH':'mm':'ss"
    );

    /// <summary>As Galley reads it. Two for a date that has two readings, none for a text without a date and a time.</summary>
    public static string[] Of(string text)
    {
        var cleaned = Cleaned(text);
        if (TimeOf(cleaned) is not { } time)
        {
            return [];
        }

        var offset = OffsetOf(cleaned);
        return
        [
            .. DatesOf(cleaned)
                .Select(date => date + time)
                .Select(moment => (moment.Second == 0 ? Written : WithSeconds).Format(moment) + offset),
        ];
    }

    /// <summary>The time of day alone, as Galley reads it. Null when there is none.</summary>
    public static string? TimeOfDay(string text) =>
        TimeOf(Cleaned(text))?.ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>The dates alone, as Galley reads them.</summary>
    public static string[] Dates(string text) =>
        [.. DatesOf(Cleaned(text)).Select(date => date.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture))];

    /// <summary>The month and the day of a date without a year, as Galley reads them. Null when there are none.</summary>
    public static string? DayOfYear(string text) =>
        DayAndMonth().Match(Cleaned(text)) is { Success: true } match
        && Number(match, "day") is >= 1 and <= 31 and var day
            ? $"{Month(match.Groups["month"].Value):00}-{day:00}"
            : null;

    /// <summary>What else is in the text, such as the name of a time zone. Null for nothing that matters.</summary>
    public static string? Leftover(string text)
    {
        var rest = WithoutDate(Cleaned(text));
        rest = Utc().Replace(Offset().Replace(rest, " "), " ");
        rest = Filler().Replace(Clock().Replace(Noon().Replace(rest, " "), " "), " ");
        return rest.Any(char.IsLetterOrDigit) ? rest.Trim(' ', ',', '.', '(', ')') : null;
    }

    private static string WithoutDate(string text) =>
        DayAndMonth().Replace(MonthName().Replace(YearLast().Replace(YearFirst().Replace(text, " "), " "), " "), " ");

    private static string Cleaned(string text) => Blanks().Replace(OddSpace.Replace(text).Trim(), " ");

    private static IEnumerable<LocalDate> DatesOf(string text)
    {
        if (YearFirst().Match(text) is { Success: true } iso)
        {
            return Dates(Number(iso, "year"), (Number(iso, "month"), Number(iso, "day")));
        }

        if (YearLast().Match(text) is { Success: true } local)
        {
            var (first, second) = (Number(local, "first"), Number(local, "second"));
            return local.Groups["mark"].Value == "."
                ? Dates(Year(local), (second, first))
                : Dates(Year(local), (second, first), (first, second)).Distinct();
        }

        if (MonthName().Match(text) is { Success: true } named)
        {
            return Dates(Year(named), (Month(named.Groups["month"].Value), Number(named, "day")));
        }

        return [];
    }

    private static IEnumerable<LocalDate> Dates(int year, params (int Month, int Day)[] readings) =>
        readings.Select(reading => TimeNumbers.Day(year, reading.Month, reading.Day)).OfType<LocalDate>();

    private static LocalTime? TimeOf(string text)
    {
        var rest = WithoutDate(text);
        if (Noon().Match(rest) is { Success: true } word)
        {
            return word.Value.Equals("noon", StringComparison.OrdinalIgnoreCase) ? LocalTime.Noon : LocalTime.Midnight;
        }

        var match = Clock().Match(rest);
        return match.Success
            ? TimeNumbers.TimeOfDay(
                Number(match, "hour"),
                match.Groups["minute"].Success ? Number(match, "minute") : null,
                Number(match, "second"),
                match.Groups["half"].Success ? match.Groups["half"].Value[0] : null
            )
            : null;
    }

    /// <summary>With a space before it, or empty for the client's own zone.</summary>
    private static string OffsetOf(string text)
    {
        var match = Offset().Match(text);
        if (!match.Success || Number(match, "hours") > 14 || Number(match, "minutes") > 59)
        {
            return Utc().IsMatch(text) ? " Z" : "";
        }

        return $" {match.Groups["sign"].Value.Replace('−', '-')}{Number(match, "hours"):00}:{Number(match, "minutes"):00}";
    }

    private static int Month(string name) =>
        Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, month =>
            name.StartsWith(month, StringComparison.OrdinalIgnoreCase)
        ) + 1;

    private static int Year(Match match) =>
        Number(match, "year") is var year and < 100 ? 2000 + year : Number(match, "year");

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"(?<!\d)(?<first>\d{1,2})(?<mark>[-/.]) ?(?<second>\d{1,2})\k<mark> ?(?<year>\d{4}|\d{2})(?!\d|[:.]\d)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex YearLast();

    [GeneratedRegex(
        @"\b((?<day>\d{1,2})(st|nd|rd|th)?\.? (?<month>(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?,? (?<year>\d{4})"
            + @"|(?<month>(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.? (?<day>\d{1,2})(st|nd|rd|th)?,? (?<year>\d{4}))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MonthName();

    [GeneratedRegex(
        @"\b((?<day>\d{1,2})(st|nd|rd|th)?\.? (?<month>(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
            + @"|(?<month>(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.? (?<day>\d{1,2})(st|nd|rd|th)?"
            + @"(?![\d:.h]| ?[ap]\.?m))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(
        @"(?<![\d+−-])(?<hour>\d{1,2})([:.h](?<minute>\d{2}))?(:(?<second>\d{2}))? ?(?<half>[ap]\.?m\.?)?(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(noon|midnight)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noon();

    [GeneratedRegex(
        @"(?<=[\dm] ?)(UTC|GMT)?(?<sign>[+−-])(?<hours>\d{1,2})(:?(?<minutes>\d{2}))?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Offset();

    [GeneratedRegex(
        @"\b(at|on|t|um|uhr|o'clock|hrs?|the|today|tomorrow|(mon|tue|wed|thu|fri|sat|sun)[a-z]*)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Filler();

    [GeneratedRegex(@"(?<=\d ?)(Z|UTC|GMT)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Utc();
}
