using System.Globalization;
using System.Text.RegularExpressions;
using Galley.Authoring.Import.Times;
using NodaTime;

namespace Galley.Authoring;

/// <summary>
/// Reads a time as a person types it at a prompt: 9:00, 10.30, 10am, tomorrow 10:00, Friday 9am, 15/06/2026 9am. Files take only
/// the forms of <c>scheduled_at</c>.
/// </summary>
/// <param name="suggested">The day of a time without a day: the one that the prompt shows.</param>
public sealed partial class TypedTime(DateTimeZone zone, Instant now, LocalDate suggested)
{
    private static readonly string[] WithoutYear = ["d MMM", "d MMMM", "MMM d", "MMMM d", "d. MMM", "d. MMMM"];

    private LocalDate Today => now.InZone(zone).Date;

    /// <returns>Null if it can't be read for certain; <paramref name="why"/> then says why.</returns>
    public Instant? Read(string typed, out string why)
    {
        if (LocalTimeText.Read(typed, zone, out why) is { } time)
        {
            return time;
        }

        var text = typed.Trim();
        var moment = CellMoment.From(text);
        if (moment.Time is null)
        {
            why =
                text.Length == 0 || DayOf(text, out _) is null
                    ? $"\"{typed}\" is not a time that Galley can read. Type for example {Iso(suggested)} 10:00, tomorrow 10:00 or 9:30."
                    : $"\"{typed}\" has no time of day. Type for example {typed.Trim()} 10:00.";
            return null;
        }

        return DayOf(moment.Date, out why) is { } day ? LocalTimeText.Read(moment.On(day)!, zone, out why) : null;
    }

    private LocalDate? DayOf(string text, out string why)
    {
        why = "";
        var words = Prepositions().Replace(text.Trim().ToLowerInvariant(), "").TrimEnd(',');
        if (words.Length == 0 || words == "today" || words == "tomorrow")
        {
            return words.Length == 0 ? suggested
                : words == "today" ? Today
                : Today.PlusDays(1);
        }

        if (WeekdayOf(words) is { } weekday)
        {
            return Today.Next(weekday);
        }

        if (DateOrder.HasTwoReadings(words))
        {
            why =
                $"\"{text.Trim()}\" can be read in two ways. Type the day as {Iso(suggested)}, with the month in the middle.";
            return null;
        }

        var day = DateOrder.Detect([(1, words)], typedFormat: null).Read(words) ?? WithThisYear(words);
        why = day is null
            ? $"\"{text.Trim()}\" is not a day that Galley can read. Type it as {Iso(suggested)}, or tomorrow, or Friday."
            : "";
        return day;
    }

    /// <summary>15 June: the next one.</summary>
    private LocalDate? WithThisYear(string words) =>
        Enumerable
            .Range(Today.Year, 2)
            .Select(year =>
                DateOnly.TryParseExact(
                    $"{words} {year}",
                    [.. WithoutYear.Select(form => form + " yyyy")],
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
                    ? LocalDate.FromDateOnly(day)
                    : (LocalDate?)null
            )
            .FirstOrDefault(day => day >= Today);

    private static IsoDayOfWeek? WeekdayOf(string words) =>
        Enum.GetValues<IsoDayOfWeek>()
            .Where(day => day != IsoDayOfWeek.None)
            .Select(day => (IsoDayOfWeek?)day)
            .FirstOrDefault(day =>
                words.Length >= 3 && day.ToString()!.StartsWith(words, StringComparison.OrdinalIgnoreCase)
            );

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:on|next|this)\s+|\s+at$")]
    private static partial Regex Prepositions();
}
