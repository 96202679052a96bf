using NodaTime;
using NodaTime.Text;

namespace Galley.Reporting;

/// <summary>Whole days of a client's own calendar, both ends included.</summary>
public sealed record ReportSpan(LocalDate From, LocalDate To)
{
    private const int UsualDays = 30;

    public int Days => Period.DaysBetween(From, To) + 1;

    /// <summary>As many days, right before.</summary>
    public ReportSpan Before => new(From.PlusDays(-Days), From.PlusDays(-1));

    /// <summary>The first instant in it.</summary>
    public Instant StartIn(DateTimeZone zone) => zone.AtStartOfDay(From).ToInstant();

    /// <summary>The first instant after it.</summary>
    public Instant EndIn(DateTimeZone zone) => zone.AtStartOfDay(To.PlusDays(1)).ToInstant();

    /// <summary>
    /// The last 30 days, today among them, unless <paramref name="from"/> or <paramref name="to"/> says otherwise;
    /// never beyond today.
    /// </summary>
    /// <param name="from">2026-10-05, or 2026-10 for the first of that month; null for 30 days.</param>
    /// <param name="to">2026-10-31, or 2026-10 for the last of that month; null for today.</param>
    /// <exception cref="GalleyException">One is no date, or they are the wrong way round.</exception>
    public static ReportSpan Parse(string? from, string? to, LocalDate today)
    {
        var last = to is null
            ? today
            : LocalDate.Min(Parse(to, "--to", month => month.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1)), today);
        var first = from is null ? last.PlusDays(1 - UsualDays) : Parse(from, "--from", month => month.OnDayOfMonth(1));
        if (first > last)
        {
            throw new GalleyException(
                $"The report would begin on {LocalTimes.Iso(first)} and end on {LocalTimes.Iso(last)}. "
                    + "Give --from a day that is not after --to and not after today."
            );
        }

        return new ReportSpan(first, last);
    }

    private static LocalDate Parse(string text, string option, Func<YearMonth, LocalDate> dayOfMonth) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date
        : YearMonthPattern.Iso.Parse(text) is { Success: true, Value: var month } ? dayOfMonth(month)
        : throw new GalleyException(
            $"{option} is \"{text}\", which is neither a day such as 2026-10-05 nor a month such as 2026-10."
        );
}
