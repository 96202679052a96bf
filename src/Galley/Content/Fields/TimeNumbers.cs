using NodaTime;

namespace Galley.Content.Fields;

/// <summary>Days and times of day out of the numbers that a text has: the one place that knows which of them there are.</summary>
internal static class TimeNumbers
{
    /// <summary>Null for a day that is in no calendar.</summary>
    public static LocalDate? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999
        && month is >= 1 and <= 12
        && day >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    /// <summary>Null for a time that is on no clock, and for an hour alone.</summary>
    /// <param name="half">The <c>a</c> of am or the <c>p</c> of pm.</param>
    public static LocalTime? TimeOfDay(int hour, int? minute, int second, char? half)
    {
        if (half is null ? minute is null || hour > 23 : hour is < 1 or > 12)
        {
            return null;
        }

        var hours = half is null ? hour : (hour % 12) + (char.ToLowerInvariant(half.Value) == 'p' ? 12 : 0);
        return minute > 59 || second > 59 ? null : new LocalTime(hours, minute ?? 0, second);
    }
}
