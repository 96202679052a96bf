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
        Assert.That((report.Totals[Metric.Impressions], report.Totals.IsToDate), Is.EqualTo((705L, true)));
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
        Assert.That((report.Before![Metric.Impressions], report.Totals[Metric.Impressions]), Is.EqualTo((90L, 10L)));
        Assert.That(report.Before[Metric.Impressions] + report.Totals[Metric.Impressions], Is.EqualTo(100));
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
    public void ADay_HoldsWhatItsReadingsAdded_InTheClientsZone()
    {
        var report = Report(
            [Sample.Live(Post("one", 11))],
            Read(11, "one", 5),
            Read(12, "one", 25),
            Read(14, "one", 26)
        );

        Assert.That(report.Daily[Metric.Impressions], Is.EqualTo(new long[] { 5, 20, 0, 1, 0, 0, 0, 0, 0, 0 }));
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
}
