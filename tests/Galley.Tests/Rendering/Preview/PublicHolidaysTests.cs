using Galley.Rendering.Preview;
using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Tests.Rendering.Preview;

internal sealed class PublicHolidaysTests
{
    private static readonly LocalDate Today = new(2026, 6, 8);

    [TestCase("America/Chicago", "US", "Labor Day")]
    [TestCase("US/Eastern", "US", "Labor Day")]
    [TestCase("America/Toronto", "CA", "Labour Day")]
    public void Holiday_IsOfTheCountryOfTheZone(string zone, string country, string name) =>
        Assert.That(
            Of(new CalendarMonth(2026, 9), zone)[new LocalDate(2026, 9, 7)],
            Is.EqualTo([new Holiday(country, name)])
        );

    [Test]
    public void Holidays_OfTwoClientsInOneCountry_AreNamedOnce() =>
        Assert.That(
            Of(new CalendarMonth(2026, 9), "America/Chicago", "America/New_York")[new LocalDate(2026, 9, 7)].Count(),
            Is.EqualTo(1)
        );

    [TestCase("UTC")]
    [TestCase("Asia/Kathmandu")]
    public void PlacesWithoutKnownHolidays_HaveNone(string zone) =>
        Assert.That(Of(new CalendarMonth(2026, 12), zone), Is.Empty);

    [Test]
    public void AYearThatIsMistyped_AsksForNothing() =>
        Assert.That(Of(new CalendarMonth(9026, 12), "Europe/London"), Is.Empty);

    private static ILookup<LocalDate, Holiday> Of(CalendarMonth month, params string[] zones) =>
        PublicHolidays.In([month], Today, zones.Select(zone => DateTimeZoneProviders.Tzdb[zone]));
}
