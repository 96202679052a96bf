namespace Galley.Tests.Rules.Posts;

public class TimeAheadTests : RuleTests
{
    [TestCase("scheduled_at: 2026-05-01 10:00\n", "GAL307 posts/a.md:3")]
    [TestCase("scheduled_at: 2026-06-01 08:00\n", "GAL307 posts/a.md:3", TestName = "Time_OfThisInstant_IsPast")]
    [TestCase("scheduled_at: 2026-06-01 08:09\n", "GAL308 posts/a.md:3")]
    [TestCase("scheduled_at: nonsense\n", "GAL301 posts/a.md:3")]
    [TestCase("scheduled_at: 2026-06-01 08:10\n", null)]
    [TestCase("status: draft\nscheduled_at: 2020-01-01 10:00\n", null)]
    public void Time_NearNow_IsPastOrTooSoon(string front, string? expected)
    {
        Fixture.Post("a", front);

        Assert.That(Fixture.Found(), Is.EqualTo(expected is null ? Nothing : [expected]));
    }

    [Test]
    public void Time_OfAnEndedClient_IsNotChecked()
    {
        using var ended = new RuleFixture("ended: true\n");
        ended.Post("a", "scheduled_at: 2020-01-01 10:00\n");

        Assert.That(ended.Found(), Is.EqualTo(Nothing));
    }
}
