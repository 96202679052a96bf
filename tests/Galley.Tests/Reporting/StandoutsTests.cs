using Galley.Reporting;
using Galley.Testing;
using static Galley.Testing.SampleReport;

namespace Galley.Tests.Reporting;

internal sealed class StandoutsTests
{
    [Test]
    public void Standouts_AreTheThreeMostSeen_AndTheLeastSeenThatHadItsTime()
    {
        var standouts = Standouts.From(
            Out(("a", 11, 50), ("b", 12, 900), ("c", 12, 700), ("d", 12, 800), ("young", 19, 5))
        )!;

        using var scope = Assert.EnterMultipleScope();
        Assert.That(standouts.Best.Select(post => post.Key), Is.EqualTo(new[] { "b", "d", "c" }));
        Assert.That((standouts.Of, standouts.Weakest?.Key), Is.EqualTo((5, "a")), "of the young one nobody knows yet");
    }

    [Test]
    public void Standouts_ThatShareTheLastPlace_HaveNoWeakest() =>
        Assert.That(
            Standouts.From(Out(("a", 11, 50), ("b", 12, 900), ("c", 12, 700), ("d", 12, 800), ("e", 12, 50)))!.Weakest,
            Is.Null
        );

    [Test]
    public void Standouts_OfFourPosts_AreNone() =>
        Assert.That(Standouts.From(Out(("a", 11, 50), ("b", 12, 900), ("c", 12, 700), ("d", 12, 800))), Is.Null);

    [Test]
    public void Standouts_AreAmongThoseThatWentOut_NotAmongOlderOnes()
    {
        var report = Report(
            [
                Sample.Live(Post("old", 1)),
                .. new[] { "a", "b", "c", "d", "e" }.Select(key => Sample.Live(Post(key, 12))),
            ],
            [
                Read(9, "old", 1),
                Read(20, "old", 99_000),
                .. new[] { "a", "b", "c", "d", "e" }.Select((key, index) => Read(20, key, 10 + index)),
            ]
        );

        Assert.That(Standouts.From(report)!.Best[0].Key, Is.EqualTo("e"));
    }

    private static ClientReport Out(params (string Key, int Day, long Impressions)[] posts) =>
        Report(
            posts.Select(post => Sample.Live(Post(post.Key, post.Day))),
            posts.Select(post => Read(20, post.Key, post.Impressions))
        );
}
