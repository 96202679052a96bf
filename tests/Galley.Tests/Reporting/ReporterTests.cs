using System.Text.Json.Nodes;
using Galley.Diagnostics;
using Galley.Ledger.Live;
using Galley.Reporting;
using Galley.Testing;
using static Galley.Testing.SampleReport;

namespace Galley.Tests.Reporting;

internal sealed class ReporterTests
{
    [Test]
    public void APost_WithAReadingBeforeTheSpan_GainsTheDifference()
    {
        var report = Report(
            [Sample.Live(Post("old", 1))],
            Read(5, "old", 100, 4),
            Read(10, "old", 150, 5),
            Read(14, "old", 400, 9),
            Read(19, "old", 450, 10)
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            (report.Totals[Metric.Impressions], report.Totals[Metric.Reactions], report.Totals.IsToDate),
            Is.EqualTo((300L, 5L, false))
        );
        Assert.That((report.Readings!.From, report.Readings.To), Is.EqualTo((Noon(10), Noon(19))));
        Assert.That(report.PostsOut, Is.Zero);
    }

    [Test]
    public void APost_ThatWentOutWithinTheSpan_BeganAtZero()
    {
        var report = Report([Sample.Live(Post("new", 12))], Read(13, "new", 200), Read(19, "new", 250));

        Assert.That(
            (report.Totals[Metric.Impressions], report.Totals.IsToDate, report.PostsOut),
            Is.EqualTo((250L, false, 1))
        );
    }

    [Test]
    public void APost_ThatWasDeletedInLeadPanther_DidNotGoOut_UnlessItWasReadAfterItsTime()
    {
        var (gone, read) = (Sample.Live(Post("gone", 14)), Sample.Live(Post("read", 14)));

        var report = Report(
            [gone, read, Sample.Live(Post("new", 12))],
            Seen(
                ObjectRecord.Missing(Kind.Post, gone.Id!, Noon(13)),
                ObjectRecord.Missing(Kind.Post, read.Id!, Noon(16))
            ),
            Read(13, "new", 5),
            Read(15, "read", 7)
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(report.PostsOut, Is.EqualTo(2), "read and new");
        Assert.That(
            report.PostsWithout.Select(post => (post.Key, post.IsGone, post.IsAwaited)),
            Is.EqualTo(new[] { ("gone", true, false) })
        );
    }

    [Test]
    public void APost_WhoseDeletionHadNoAnswer_IsNotCalledGone()
    {
        var post = Sample.Live(Post("asked", 14));

        var report = Report([post], Seen(ObjectRecord.Changing(Kind.Post, post.Id!, Noon(13), "run")));

        Assert.That((report.PostsOut, report.PostsWithout.Single().IsGone), Is.EqualTo((1, false)));
    }

    [TestCase(12, 1)]
    [TestCase(17, 2)]
    public void APost_ThatAWholeListWithPastPostsNoLongerShows_DidNotGoOut(int day, int expected)
    {
        var (gone, other) = (Sample.Live(Post("gone", 14)), Sample.Live(Post("other", 12)));
        var there = new JsonObject { ["status"] = "scheduled", ["scheduled_at"] = $"2026-06-{day}T12:00:00.000Z" };
        var seen = Seen(new ObjectRecord(Kind.Post, other.Id!, Noon(13), there)) with
        {
            Lists = [new ListRecord(Kind.Post, Noon(16), IsWhole: true, WhyNot: null)],
        };

        Assert.That(Report([gone, other], seen, Read(16, "other", 7)).PostsOut, Is.EqualTo(expected));
    }

    [TestCase(25, "scheduled")]
    [TestCase(14, "draft")]
    public void APost_ThatWasMovedInLeadPanther_CountsByTheTimeItHasThere(int day, string status)
    {
        var moved = Sample.Live(Post("moved", 14));
        var there = new JsonObject { ["status"] = status, ["scheduled_at"] = $"2026-06-{day}T12:00:00.000Z" };

        var report = Report([moved], Seen(new ObjectRecord(Kind.Post, moved.Id!, Noon(13), there)));

        Assert.That((report.PostsOut, report.PostsWithout.Length), Is.EqualTo((0, 0)));
    }

    [Test]
    public void WhatWasSeenBeforeTheLastChange_DecidesNothing()
    {
        var post = Sample.Live(Post("back", 14)) with { BaselineEvent = 3 };

        var report = Report([post], Seen(ObjectRecord.Missing(Kind.Post, post.Id!, Noon(13)) with { Events = 2 }));

        Assert.That(report.PostsOut, Is.EqualTo(1));
    }

    [Test]
    public void AnOlderPost_WithoutAnEarlierReading_IsTotalToDate()
    {
        var report = Report(
            [Sample.Live(Post("old", 1)), Sample.Live(Post("known", 1))],
            Read(19, "old", 700),
            Read(9, "known", 1),
            Read(19, "known", 6)
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            report.Posts.Select(post => (post.Key, post.Totals.IsToDate)),
            Is.EqualTo(new[] { ("old", true), ("known", false) })
        );
        Assert.That(
            (report.Totals[Metric.Impressions], report.Totals.IsToDate, report.ToDate),
            Is.EqualTo((5L, false, 1)),
            "no sum holds a total to date"
        );
    }

    [Test]
    public void TheSpanBefore_IsTheSameForItsOwnDays_SoThatSpansAddUp()
    {
        var report = Report(
            [Sample.Live(Post("one", 3))],
            Read(4, "one", 10),
            Read(10, "one", 90),
            Read(19, "one", 100)
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That((Compared(report).Before, report.Totals[Metric.Impressions]), Is.EqualTo((90L, 10L)));
        Assert.That(Compared(report).Before + report.Totals[Metric.Impressions], Is.EqualTo(100));
    }

    [Test]
    public void WhatIsLive_AndHasNoReading_IsNamed_NotZero()
    {
        var report = Report(
            [
                Sample.Live(Post("read", 12)),
                Sample.Live(Post("unread", 13)),
                Sample.Live(Post("to-come", 25)),
                Sample.Live(Sample.LeadMagnet()),
            ],
            Read(13, "read", 1)
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(report.PostsWithout.Select(post => post.Key), Is.EqualTo(new[] { "unread" }));
        Assert.That(report.LeadMagnetsWithout.Select(magnet => magnet.Name), Is.EqualTo(new[] { "The guide" }));
        Assert.That(report.Posts.Select(post => post.Key), Is.EqualTo(new[] { "read" }));
    }

    [Test]
    public void WhatTheLedgerNoLongerHolds_StillCounts()
    {
        var report = Report([], Read(9, "forgotten", 10), Read(12, "forgotten", 35));

        Assert.That((report.Posts.Single().Title, report.Totals[Metric.Impressions]), Is.EqualTo(("forgotten", 25L)));
    }

    [Test]
    public void APost_ThatWentOutAfterTheLastReadingBefore_BeganAtZero_AlsoBeforeTheFirstDay()
    {
        var report = Report(
            [Sample.Live(Post("old", 1)), Sample.Live(Post("late", 10))],
            Read(1, "old", 10),
            Read(9, "old", 110),
            Read(15, "old", 150),
            Read(15, "late", 60)
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That((report.Totals[Metric.Impressions], report.ToDate), Is.EqualTo((100L, 0)));
        Assert.That(Compared(report), Is.EqualTo(new Comparison(100, 110, LeftOut: 0)));
    }

    [Test]
    public void OnePost_ThatCannotBeCompared_LeavesTheOthersCompared()
    {
        var report = Report(
            [Sample.Live(Post("old", 1))],
            Read(5, "old", 100),
            Read(10, "old", 150),
            Read(19, "old", 400),
            Read(10, "of-unknown-age", 900),
            Read(19, "of-unknown-age", 901)
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(report.Totals[Metric.Impressions], Is.EqualTo(251));
        Assert.That(Compared(report), Is.EqualTo(new Comparison(250, 150, LeftOut: 1)));
    }

    [Test]
    public void Comparison_IsPerMetric()
    {
        var report = Report(
            [Sample.Live(Post("one", 3)), Sample.Live(Sample.LeadMagnet())],
            Read(4, "one", 10),
            Read(10, "one", 90),
            Read(19, "one", 100),
            ReadMagnet(19, "guide", 400, 320, 40, 39)
        );

        Assert.That(
            (report.Comparisons[Measure.Impressions]?.Before, report.Comparisons[Measure.Captures]),
            Is.EqualTo((90L, (Comparison?)null))
        );
    }

    [Test]
    public void AStep_HoldsWhatCameBetweenTwoReadings_NotOnADay()
    {
        var report = Report(
            [Sample.Live(Post("one", 11))],
            Read(9, "other", 5),
            Read(12, "one", 25),
            Read(14, "one", 26),
            Read(14, "other", 7)
        );

        Assert.That(
            report.Steps.Select(step => (step.From, step.To, step[Measure.Impressions])),
            Is.EqualTo(new[] { (Noon(9), Noon(12), 25L), (Noon(12), Noon(14), 3L) })
        );
    }

    [Test]
    public void Steps_OfClients_AreBetweenTheReadingsThatAllHave()
    {
        var one = Report([Sample.Live(Post("one", 11))], Read(12, "one", 5), Read(14, "one", 9), Read(15, "one", 10));
        var two = Report([Sample.Live(Post("two", 11))], Read(12, "two", 100), Read(15, "two", 300));

        Assert.That(
            new Report(Now, Span, [one, two]).Steps.Select(step => (step.To, step[Measure.Impressions])),
            Is.EqualTo(new[] { (Noon(12), 105L), (Noon(15), 205L) })
        );
    }

    [Test]
    public void Rates_AreSharesOfTheSpansOwnFigures()
    {
        var report = Report(
            [Sample.Live(Post("one", 11)), Sample.Live(Sample.LeadMagnet())],
            Read(12, "one", 200, 6, 2),
            ReadMagnet(9, "guide", 100, 80, 8, 8),
            ReadMagnet(19, "guide", 150, 120, 18, 17)
        );

        Assert.That(
            (report.Totals.EngagementRate, report.Totals.Conversion, report.Totals[Metric.Captures]),
            Is.EqualTo(((double?)0.04, (double?)0.25, (long?)9L))
        );
    }

    [Test]
    public void NothingRead_IsNoFigures()
    {
        var report = Report([Sample.Live(Post("old", 1))], Read(5, "old", 100));

        using var scope = Assert.EnterMultipleScope();
        Assert.That((report.Totals.HasAny, report.Readings), Is.EqualTo((false, (ReadingSpan?)null)));
        Assert.That(report.PostsWithout.Single().Key, Is.EqualTo("old"));
    }

    private static Comparison Compared(ClientReport report) => report.Comparisons[Measure.Impressions]!;

    private static LiveRecord Seen(params ObjectRecord[] objects) => new([], [.. objects]);
}
