using System.Globalization;
using NodaTime;

namespace Galley.Rendering.Preview;

/// <summary>A month as a calendar shows it: whole weeks from Monday to Sunday.</summary>
internal sealed record CalendarMonth(int Year, int Month) : IComparable<CalendarMonth>
{
    public static CalendarMonth From(LocalDate date) => new(date.Year, date.Month);

    /// <summary>2026-06, in file names and anchors.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");

    /// <summary>June 2026.</summary>
    public string Title => LocalTimes.Month(First);

    public bool Holds(LocalDate date) => date.Year == Year && date.Month == Month;

    /// <summary>Every day of the month with the days that complete its first and last week.</summary>
    public IEnumerable<LocalDate> Days
    {
        get
        {
            var last = First.PlusMonths(1).PlusDays(-1);
            var start = First.DayOfWeek == IsoDayOfWeek.Monday ? First : First.Previous(IsoDayOfWeek.Monday);
            var end = last.DayOfWeek == IsoDayOfWeek.Sunday ? last : last.Next(IsoDayOfWeek.Sunday);
            for (var day = start; day <= end; day = day.PlusDays(1))
            {
                yield return day;
            }
        }
    }

    public int CompareTo(CalendarMonth? other) => other is null ? 1 : First.CompareTo(other.First);

    private LocalDate First => new(Year, Month, 1);
}
