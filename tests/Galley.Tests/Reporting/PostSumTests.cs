using Galley.Reporting;
using Galley.Testing;
using static Galley.Testing.SampleReport;

namespace Galley.Tests.Reporting;

internal sealed class PostSumTests
{
    [Test]
    public void Sums_AreOfWhatIsKnown_PerLabelAndCampaign()
    {
        var posts = new[]
        {
            Post("one", 12) with
            {
                Labels = ["launch", "Launch", "tips"],
                Campaign = "spring",
            },
            Post("two", 13) with
            {
                Labels = ["Launch"],
            },
            Post("of-unknown-start", 1) with
            {
                Labels = ["tips"],
                Campaign = "spring",
            },
        };

        var report = Reporter.Report(
            Sample.Content(posts),
            Sample.Ledger(posts.Select(post => Sample.Live(post))),
            [Read(20, "one", 100, 5), Read(20, "two", 30), Read(20, "of-unknown-start", 9000)],
            Span,
            Now
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Told(PostSum.ByLabel(report)), Is.EqualTo(new[] { ("launch", 2, 130L), ("tips", 1, 100L) }));
        Assert.That(Told(PostSum.ByCampaign(report)), Is.EqualTo(new[] { ("spring", 1, 100L) }));
    }

    private static IEnumerable<(string, int, long?)> Told(IEnumerable<PostSum> sums) =>
        sums.Select(sum => (sum.Name, sum.Posts, sum.Totals[Metric.Impressions]));
}
