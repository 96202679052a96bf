namespace Galley.Tests.Rules.Posts;

public class MinGapTests : RuleTests
{
    [TestCase("10:29", "GAL314 posts/b.md:3")]
    [TestCase("10:00", "GAL314 posts/b.md:3")]
    [TestCase("10:30", null)]
    public void Gap_BetweenTwoPosts_IsToldAtTheLater(string time, string? expected)
    {
        Fixture.Post("a").Post("b", $"scheduled_at: 2026-06-15 {time}\n", "Another.");

        Assert.That(Fixture.Found(), Is.EqualTo(expected is null ? Nothing : [expected]));
    }
}
