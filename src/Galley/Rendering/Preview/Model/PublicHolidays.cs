using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;
using PublicHoliday;

namespace Galley.Rendering.Preview.Model;

/// <param name="Country">As in ISO 3166: <c>US</c>.</param>
/// <param name="Name">In the country's own language.</param>
internal sealed record Holiday(string Country, string Name);

/// <summary>
/// The national public holidays where clients are, as a hint: regional ones are not among them, and nothing is decided by
/// them. The country is that of the client's time zone.
/// </summary>
internal static class PublicHolidays
{
    /// <summary>A year that is further off is a typing mistake, or says nothing yet.</summary>
    private const int MostYears = 5;

    private static readonly Lazy<FrozenDictionary<string, string>> Countries = new(() =>
        (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).ToFrozenDictionary(
            place => place.ZoneId,
            place => place.CountryCode
        )
    );

    /// <summary>Of every year that these months touch.</summary>
    public static ILookup<LocalDate, Holiday> In(
        IEnumerable<CalendarMonth> months,
        LocalDate today,
        IEnumerable<DateTimeZone> zones
    )
    {
        var years = months
            .Select(month => month.Year)
            .Distinct()
            .Where(year => Math.Abs(year - today.Year) <= MostYears)
            .ToList();
        return zones
            .Select(CountryOf)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .SelectMany(country => years.SelectMany(year => Of(country, year)))
            .ToLookup(day => day.Date, day => day.Holiday);
    }

    /// <summary>Null for zones that are of no country, such as UTC.</summary>
    private static string? CountryOf(DateTimeZone zone) =>
        Countries.Value.GetValueOrDefault(
            TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(zone.Id, out var id) ? id : zone.Id
        );

    /// <summary>None of a country that the library does not know.</summary>
    private static IEnumerable<(LocalDate Date, Holiday Holiday)> Of(string country, int year) =>
        Enum.TryParse<PublicHolidayCountryCode>(country, ignoreCase: true, out var code)
            ? PublicHolidayFactory
                .GetPublicHolidayForCountry(code)
                .PublicHolidayNames(year)
                .Select(day => (LocalDate.FromDateTime(day.Key), new Holiday(country, day.Value)))
            : [];
}
