using System.Globalization;
using NodaTime;

namespace Galley;

/// <summary>All the ways in which people read a time, each with its name. UTC never stands without its day.</summary>
public static class LocalTimes
{
    private const string DayAndMinute = "ddd d MMM HH:mm";
    private const string DayYearAndMinute = "ddd d MMM uuuu HH:mm";

    public static DateTimeZone Zone(string? id) =>
        id is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;

    /// <summary><c>New York</c>.</summary>
    public static string City(DateTimeZone zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary><c>Fri 12 Jun 10:00</c>, with the year when it is not <paramref name="now"/>'s.</summary>
    public static string Minute(Instant at, DateTimeZone zone, Instant now)
    {
        var local = at.InZone(zone);
        return Write(local, local.Year == now.InZone(zone).Year ? DayAndMinute : DayYearAndMinute);
    }

    /// <summary><c>today 07:00</c>; another day as <see cref="Minute"/> says it.</summary>
    public static string Recent(Instant at, DateTimeZone zone, Instant now) =>
        at.InZone(zone) is var local && local.Date == now.InZone(zone).Date
            ? $"today {Write(local, "HH:mm")}"
            : Minute(at, zone, now);

    /// <summary><c>Fri 12 Jun 10:00 (Fri 12 Jun 14:00 UTC)</c>, where the zone is said already.</summary>
    public static string MinuteAndUtc(Instant at, DateTimeZone zone, Instant now) =>
        $"{Minute(at, zone, now)}{Utc(at, zone)}";

    /// <summary><c>Fri 12 Jun 10:00 New York</c>.</summary>
    public static string InCity(Instant at, DateTimeZone zone, Instant now) => $"{Minute(at, zone, now)} {City(zone)}";

    /// <summary><c>Fri 12 Jun 10:00 New York (Fri 12 Jun 14:00 UTC)</c>.</summary>
    public static string InCityAndUtc(Instant at, DateTimeZone zone, Instant now) =>
        $"{InCity(at, zone, now)}{Utc(at, zone)}";

    /// <summary><c>Fri 12 Jun 2026 10:00 America/New_York</c>.</summary>
    public static string InZone(Instant at, DateTimeZone zone) =>
        $"{Write(at.InZone(zone), DayYearAndMinute)} {zone.Id}";

    /// <summary><c>2026-06-12 10:00 America/New_York</c>: as a file would say it.</summary>
    public static string InFile(Instant at, DateTimeZone zone) =>
        $"{Write(at.InZone(zone), "uuuu-MM-dd HH:mm")} {zone.Id}";

    /// <summary><c>Fri 12 Jun 2026, 10:00</c>.</summary>
    public static string Full(ZonedDateTime at) => Write(at, "ddd d MMM uuuu, HH:mm");

    /// <summary><c>Fri 12 Jun, 10:00</c>.</summary>
    public static string DayAndClock(ZonedDateTime at) => Write(at, "ddd d MMM, HH:mm");

    /// <summary><c>12 June, 10:00</c>.</summary>
    public static string DateAndClock(ZonedDateTime at) => Write(at, "d MMMM, HH:mm");

    /// <summary><c>10:00</c>.</summary>
    public static string Clock(ZonedDateTime at) => Write(at, "HH:mm");

    /// <summary><c>Friday</c>.</summary>
    public static string WeekDay(LocalDate date) => Write(date, "dddd");

    /// <summary><c>12 June</c>.</summary>
    public static string DayAndMonth(LocalDate date) => Write(date, "d MMMM");

    /// <summary><c>12 Jun</c>.</summary>
    public static string ShortDay(LocalDate date) => Write(date, "d MMM");

    /// <summary><c>12 Jun 2026</c>.</summary>
    public static string ShortDate(LocalDate date) => Write(date, "d MMM uuuu");

    /// <summary><c>12 June 2026</c>.</summary>
    public static string Date(LocalDate date) => Write(date, "d MMMM uuuu");

    /// <summary><c>June 2026</c>.</summary>
    public static string Month(LocalDate date) => Write(date, "MMMM uuuu");

    /// <summary><c>2026-06</c>.</summary>
    public static string IsoMonth(LocalDate date) => Write(date, "uuuu-MM");

    /// <summary><c>2026-06-12</c>.</summary>
    public static string Iso(LocalDate date) => Write(date, "uuuu-MM-dd");

    /// <summary>Nothing where the time is in UTC already.</summary>
    private static string Utc(Instant at, DateTimeZone zone) =>
        zone.Id == DateTimeZone.Utc.Id ? "" : $" ({Write(at.InUtc(), DayAndMinute)} UTC)";

    private static string Write(IFormattable time, string pattern) =>
        time.ToString(pattern, CultureInfo.InvariantCulture);
}
