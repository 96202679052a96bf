using Galley.Reporting;
using Galley.Testing;
using static Galley.Testing.SampleReport;

namespace Galley.Tests.Reporting;

internal sealed class PostGroupsTests
{
    [Test]
    public void Posts_AreGrouped_ByWhatAReaderLooksFor()
    {
        var report = Report(
            new[] { ("new", 12), ("seen", 1), ("unseen", 1), ("commented", 1), ("unknown", 2) }.Select(post =>
                Sample.Live(Post(post.Item1, post.Item2))
            ),
            Read(10, "seen", 100),
            Read(10, "unseen", 100),
            Read(10, "commented", 100),
            Read(20, "new", 1000),
            Read(20, "seen", 150),
            Read(20, "unseen", 110),
            Read(20, "commented", 101, comments: 1),
            Read(20, "unknown", 5000)
        );

        var groups = PostGroups.From(report);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Keys(groups.Out), Is.EqualTo("new"));
        Assert.That(Keys(groups.Earlier), Is.EqualTo("seen commented"), "a comment may want an answer");
        Assert.That(Keys(groups.Older), Is.EqualTo("unseen"), "at most 1% of the most seen");
        Assert.That(Keys(groups.ToDate), Is.EqualTo("unknown"));
    }

    [Test]
    public void Posts_OfAFirstReport_AreNotToldApartAsTotalsToDate()
    {
        var report = Report([Sample.Live(Post("a", 1)), Sample.Live(Post("b", 2))], Read(20, "a", 9), Read(20, "b", 8));

        var groups = PostGroups.From(report);

        Assert.That((Keys(groups.Earlier), Keys(groups.ToDate)), Is.EqualTo(("a b", "")));
    }

    [Test]
    public void APost_ReadWithinDaysOfGoingOut_IsSoFar_AndOneThatNobodyReadYet_IsAwaited()
    {
        var report = Report(
            [Sample.Live(Post("young", 14)), Sample.Live(Post("grown", 12)), Sample.Live(Post("next", 20))],
            Read(19, "young", 1),
            Read(19, "grown", 2)
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            report.Posts.Select(post => (post.Key, post.IsSoFar)),
            Is.EqualTo(new[] { ("grown", false), ("young", true) })
        );
        Assert.That(
            report.PostsWithout.Select(post => (post.Key, post.IsAwaited)),
            Is.EqualTo(new[] { ("next", true) })
        );
    }

    private static string Keys(IEnumerable<ReportedPost> posts) => string.Join(' ', posts.Select(post => post.Key));
}
