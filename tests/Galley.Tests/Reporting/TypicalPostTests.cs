using System.Text.Json.Nodes;
using Galley.Content;
using Galley.Rendering.Reports;
using Galley.Reporting;
using Galley.Testing;
using NodaTime;
using static Galley.Testing.SampleReport;

namespace Galley.Tests.Reporting;

internal sealed class TypicalPostTests
{
    private static readonly ReportSpan Month = new(new LocalDate(2026, 5, 20), new LocalDate(2026, 6, 20));

    /// <summary>Thursdays and Mondays at 8:00 New York; the last went out a day before the reading.</summary>
    private static readonly (int Day, long Impressions)[] Posts =
    [
        (1, 100),
        (4, 1000),
        (8, 300),
        (11, 5000),
        (-3, 900),
        (-6, 200),
        (19, 1),
    ];

    [Test]
    public void Medians_AreOfPostsThatHadTheirTime()
    {
        var typical = TypicalPost.From(Client(Posts));

        Assert.That(typical.Impressions, Is.EqualTo(new Median(600, 6)), "the one of yesterday is not among them");
    }

    [Test]
    public void Best_IsTheTimeWhoseMedianIsAhead_InTheClientsZone_WithItsCount()
    {
        var typical = TypicalPost.From(Client(Posts));

        Assert.That(
            typical.Weekday,
            Is.EqualTo(new BestTime<IsoDayOfWeek>(IsoDayOfWeek.Thursday, new Median(1000, 3))),
            "three on Thursdays, three on Mondays"
        );
        Assert.That(typical.Hour, Is.Null, "all went out at eight: there is nothing to compare with");
    }

    [Test]
    public void Slot_IsTheBestWeekdayAtItsHour_AndNoneWithoutABestWeekday()
    {
        var typical = TypicalPost.From(Client(Posts));
        var few = TypicalPost.From(Client([(1, 100), (4, 1000), (8, 300)]));

        Assert.That(
            (typical.Slot, few.Slot),
            Is.EqualTo((new WeeklySlot(IsoDayOfWeek.Thursday, new LocalTime(8, 0)), (WeeklySlot?)null))
        );
        Assert.That(
            TypicalPostWording.Line(typical.Slot!),
            Is.EqualTo("slots: [Thu 08:00]"),
            "as client.yaml takes it"
        );
    }

    [Test]
    public void Json_HasTheMedians_EachWithTheNumberOfItsPosts()
    {
        var report = new Report(Now, Month, [Client(Posts)]);

        var typical = JsonNode.Parse(ReportJson.Write(report))!["clients"]![0]!["typical"]!;

        using var scope = Assert.EnterMultipleScope();
        Assert.That(typical["impressions"]!.ToJsonString(), Is.EqualTo("""{"value":600,"posts":6}"""));
        Assert.That(
            typical["best_weekday"]!.ToJsonString(),
            Is.EqualTo("""{"time":"Thursday","impressions":1000,"posts":3}""")
        );
        Assert.That((string?)typical["slot"], Is.EqualTo("Thu 08:00"));
        Assert.That(typical.AsObject().ContainsKey("after_a_day"), "null, and said to be");
    }

    [Test]
    public void Best_OfTooFew_OrOfTwoAlike_IsNone()
    {
        var few = TypicalPost.From(Client([(1, 100), (4, 1000), (8, 300)]));
        var alike = TypicalPost.From(Client([(1, 5), (8, 5), (-6, 5), (4, 5), (11, 5), (-3, 5)]));

        Assert.That(
            (few.Weekday, alike.Weekday, few.Impressions?.Count),
            Is.EqualTo(((object?)null, (object?)null, 3))
        );
    }

    [TestCase(20, 70L)]
    [TestCase(28, 70L)]
    [TestCase(19, null)]
    [TestCase(29, null)]
    public void FirstDay_IsAReadingNearIt_AndNeverBetweenTwo(int hours, long? expected)
    {
        var report = Report(
            [Sample.Live(Post("new", 12))],
            Read(20, "new", 400),
            Read(12, "new", 70) with
            {
                At = Noon(12) + Duration.FromHours(hours),
            }
        );

        Assert.That(report.Posts.Single().AfterADay, Is.EqualTo(expected));
    }

    /// <summary>Each post is read at its end alone.</summary>
    private static ClientReport Client((int Day, long Impressions)[] posts) =>
        Reporter.Report(
            Sample.Content(),
            Sample.Ledger(
                posts.Select(post => Sample.Live(Sample.Post(Key(post.Day)) with { ScheduledAt = At(post.Day) }))
            ),
            [.. posts.Select(post => Read(20, Key(post.Day), post.Impressions))],
            Month,
            Now
        );

    private static Instant At(int day) => Noon(1) + Duration.FromDays(day - 1);

    private static string Key(int day) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p{day + 10}");
}
