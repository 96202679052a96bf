using Galley.Rendering.Preview;
using NodaTime;

namespace Galley.Tests.Rendering.Preview;

internal sealed class CalendarMonthTests
{
    [TestCase(2026, 6, 35, "2026-06-01", "2026-07-05")]
    [TestCase(2026, 2, 35, "2026-01-26", "2026-03-01")]
    [TestCase(2027, 2, 28, "2027-02-01", "2027-02-28")]
    [TestCase(2026, 8, 42, "2026-07-27", "2026-09-06")]
    public void Month_Days_AreWholeWeeksFromMonday(int year, int month, int count, string first, string last)
    {
        var days = new CalendarMonth(year, month).Days.ToList();

        Assert.That(days, Has.Count.EqualTo(count));
        Assert.That(days[0].ToString("uuuu-MM-dd", null), Is.EqualTo(first));
        Assert.That(days[^1].ToString("uuuu-MM-dd", null), Is.EqualTo(last));
    }

    [Test]
    public void Months_Order_IsByTime() =>
        Assert.That(new CalendarMonth(2026, 12), Is.LessThan(CalendarMonth.From(new LocalDate(2027, 1, 1))));
}
