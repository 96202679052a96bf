using Galley.Tests.Rules;

namespace Galley.Tests.Content;

/// <summary>Files need one notation for times; the help shows the author's own value in it.</summary>
internal sealed class TimeFormsTests
{
    [TestCase("2026-06-15 9:00", "2026-06-15 09:00", true)]
    [TestCase("2026-06-15 10.30", "2026-06-15 10:30", true)]
    [TestCase("2026-06-15 10am", "2026-06-15 10:00", true)]
    [TestCase("2026-06-15 12 am", "2026-06-15 00:00", true)]
    [TestCase("2026-06-15 12:15 p.m.", "2026-06-15 12:15", true)]
    [TestCase("2026-06-15, 10:00", "2026-06-15 10:00", true)]
    [TestCase("2026-06-15 at 10:00", "2026-06-15 10:00", true)]
    [TestCase("2026-6-5 9:05", "2026-06-05 09:05", true)]
    [TestCase("2026/06/15 10:00", "2026-06-15 10:00", true)]
    [TestCase("15/06/2026 9am", "2026-06-15 09:00", true)]
    [TestCase("15/6/26 9am", "2026-06-15 09:00", true)]
    [TestCase("06/15/2026 9:00 PM", "2026-06-15 21:00", true)]
    [TestCase("15.6.2026 14.30 Uhr", "2026-06-15 14:30", true)]
    [TestCase("15 June 2026 10:00", "2026-06-15 10:00", true)]
    [TestCase("June 15th, 2026 10 am", "2026-06-15 10:00", true)]
    [TestCase("Mon 15 Jun 2026, 14h30", "2026-06-15 14:30", true)]
    [TestCase("2026-06-15 noon", "2026-06-15 12:00", true)]
    [TestCase("2026-06-15 10:00 UTC", "2026-06-15 10:00 Z", true)]
    [TestCase("2026-06-15 10:00 UTC+2", "2026-06-15 10:00 +02:00", true)]
    [TestCase("2026-06-15 10:00 +2", "2026-06-15 10:00 +02:00", true)]
    [TestCase("2026-06-15 9:00 -04:00", "2026-06-15 09:00 -04:00", true)]
    [TestCase("2026-06-15\u00A010:00", "2026-06-15 10:00", true)]
    [TestCase("2026-06-15 10:00 EST", "It is not clear what `EST` means", false)]
    [TestCase("05/06/2026 9am", "2026-06-05 09:00 or 2026-05-06 09:00", false)]
    [TestCase("2026-06-15", "2026-06-15 10:00", false)]
    [TestCase("15 June 2026", "2026-06-15 10:00", false)]
    [TestCase("9:00", "YEAR-MONTH-DAY 09:00", false)]
    [TestCase("10am", "YEAR-MONTH-DAY 10:00", false)]
    [TestCase("tomorrow 10:00", "YEAR-MONTH-DAY 10:00", false)]
    [TestCase("10.30", "YEAR-MONTH-DAY 10:30", false)]
    [TestCase("1785578400", "YEAR-MONTH-DAY HOUR:MINUTE", false)]
    [TestCase("Sat 1 Aug 10:00", "YEAR-08-01 10:00", false)]
    [TestCase("Aug 1 10am", "YEAR-08-01 10:00", false)]
    [TestCase("10am on 1st August", "YEAR-08-01 10:00", false)]
    [TestCase("soon", "YEAR-MONTH-DAY HOUR:MINUTE", false)]
    [TestCase("2026-06-31 10:00", "June 2026 has 30 days", false)]
    [TestCase("2026-15-06 10:00", "2026-06-15 10:00", false)]
    [TestCase("2026-06-15 25:00", "from 00:00 to 23:59", false)]
    [TestCase("2026-06-15 10:00 +25:00", "2026-06-15 10:00", false)]
    public void Time_InAnotherNotation_IsRefusedWithTheAuthorsOwnValueWrittenRight(
        string typed,
        string help,
        bool hasFix
    )
    {
        using var fixture = new RuleFixture();
        fixture.Post("a", $"scheduled_at: {typed}\n");

        var problem = fixture.Problems().Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.Code.Id, Does.Match("GAL30[12]"));
            Assert.That(problem.Help, Does.Contain(help));
            Assert.That(problem.Fix?.Text, Is.EqualTo(hasFix ? help : null));
        }
    }

    [TestCase("EST", "America/New_York")]
    [TestCase("MST", "America/Denver")]
    [TestCase("GMT", "Europe/London")]
    [TestCase("Etc/GMT+2", "For UTC+2: Europe/Athens. For UTC-2: America/Noronha")]
    [TestCase("Etc/GMT-1", "For UTC-1: Atlantic/Azores. For UTC+1: Europe/Paris")]
    [TestCase("Etc/GMT+12", "For UTC+12: Pacific/Auckland. For UTC-12: a city there")]
    public void Zone_WithAFixedOffset_IsWarnedOfWithThePlaceThatIsMeant(string zone, string help)
    {
        using var fixture = new RuleFixture($"time_zone: {zone}\n");

        var problem = fixture.Problems().Single();

        Assert.That((problem.Code.Id, problem.Path), Is.EqualTo(("GAL216", "clients/acme/client.yaml")));
        Assert.That(problem.Help, Does.Contain(help));
    }

    [TestCase("UTC")]
    [TestCase("Etc/UTC")]
    [TestCase("CET")]
    [TestCase("EST5EDT")]
    [TestCase("Europe/London")]
    public void Zone_OfAPlaceOrUtc_IsNotWarnedOf(string zone)
    {
        using var fixture = new RuleFixture($"time_zone: {zone}\n");

        Assert.That(fixture.Problems(), Is.Empty);
    }

    [TestCase("PST", "America/Los_Angeles")]
    [TestCase("CEST", "Europe/Berlin")]
    [TestCase("UTC+2", "Europe/Athens")]
    [TestCase("GMT-5", "America/New_York")]
    [TestCase("(UTC+01:00) Berlin", "Europe/Paris")]
    [TestCase("W. Europe Standard Time", "Europe/Berlin")]
    [TestCase("Pacific Time", "America/Los_Angeles")]
    [TestCase("berlin", "Europe/Berlin")]
    public void Zone_ThatIsUnknown_IsAnsweredWithThePlace(string zone, string place)
    {
        using var fixture = new RuleFixture($"time_zone: {zone}\n");

        var problem = fixture.Problems().Single();

        Assert.That(problem.Code.Id, Is.EqualTo("GAL210"));
        Assert.That(problem.Help, Does.Contain($"Did you mean \"{place}\"?"));
    }

    [TestCase("status: scheduled\nscheduled_at: 2046-06-15 10:00\n", "GAL305")]
    [TestCase("status: scheduled\nscheduled_at: 2028-07-15 10:00\n", "GAL305")]
    [TestCase("status: scheduled\nscheduled_at: 2028-05-15 10:00\n", null)]
    [TestCase("status: scheduled\nscheduled_at: 2006-06-15 10:00\n", "GAL307")]
    [TestCase("status: draft\nscheduled_at: 2006-06-15 10:00\n", "GAL305")]
    [TestCase("status: draft\nscheduled_at: 2020-06-15 10:00\n", null)]
    public void Year_ThatIsFarAway_IsToldOnce(string front, string? code)
    {
        using var fixture = new RuleFixture();
        fixture.Post("a", front);

        Assert.That(
            fixture.Problems().Select(problem => problem.Code.Id),
            Is.EqualTo(code is null ? [] : new[] { code })
        );
    }
}
