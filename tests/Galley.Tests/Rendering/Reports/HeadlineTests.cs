using Galley.Rendering.Reports;
using Galley.Testing;
using NodaTime;
using static Galley.Testing.SampleReport;

namespace Galley.Tests.Rendering.Reports;

internal sealed class HeadlineTests
{
    [Test]
    public void Headline_WithBothSpansKnown_SaysWhatCameAndHowItCompares()
    {
        var report = Report(
            [Sample.Live(Post("old", 1)), Sample.Live(Post("new", 12)), Sample.Live(Sample.LeadMagnet())],
            Read(1, "old", 0),
            Read(10, "old", 100, comments: 25),
            Read(20, "old", 110, comments: 45),
            Read(20, "new", 112),
            ReadMagnet(1, "guide", 0, 0, 0, 0) with
            {
                At = Noon(1) - Duration.FromDays(1),
            },
            ReadMagnet(10, "guide", 100, 80, 12, 12),
            ReadMagnet(20, "guide", 200, 160, 43, 43)
        );

        Assert.That(
            Headline.For(Span, report),
            Is.EqualTo(
                "In these 10 days 1 post went out, and there were 122 impressions (22% more than in the 10 days before), "
                    + "20 comments (20% fewer than before) and 31 captured leads (12 before)."
            )
        );
    }

    [Test]
    public void Headline_OfFiguresThatEndEarly_SaysByWhen()
    {
        var report = Report([Sample.Live(Post("new", 12))], Read(18, "new", 1));

        Assert.That(
            Headline.For(Span, report),
            Is.EqualTo(
                "In these 10 days 1 post went out, and by 18 June there was 1 impression (none in the 10 days before) and "
                    + "0 comments (as many as before)."
            )
        );
    }

    [Test]
    public void Headline_OfAFirstReading_IsNoGain()
    {
        var report = Report([Sample.Live(Post("old", 1))], Read(20, "old", 700, comments: 3));

        Assert.That(
            Headline.For(Span, report),
            Is.EqualTo(
                "In these 10 days no post went out, and there were 700 impressions and 3 comments, counted since each began."
            )
        );
    }

    [Test]
    public void Headline_LeavesOut_WhatIsInNoSum_AndSaysWhatIsCompared()
    {
        var report = Report(
            [Sample.Live(Post("old", 1)), Sample.Live(Sample.LeadMagnet())],
            Read(5, "old", 100),
            Read(10, "old", 150),
            Read(20, "old", 650),
            Read(10, "of-unknown-age", 900),
            Read(20, "of-unknown-age", 901),
            ReadMagnet(20, "guide", 400, 320, 40, 39)
        );

        Assert.That(
            Headline.For(Span, report),
            Is.EqualTo(
                "In these 10 days no post went out, and there were 501 impressions (3.3 times as many as in the 10 days "
                    + "before) and 0 comments (as many as before), compared where both spans are known."
            )
        );
    }

    [Test]
    public void Headline_WithoutFigures_SaysSo() =>
        Assert.That(
            Headline.For(Span, Report([Sample.Live(Post("new", 12))])),
            Is.EqualTo("In these 10 days 1 post went out; no figures were read.")
        );
}
