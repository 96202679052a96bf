namespace Galley.Tests.Rules.Posts;

public class SameTextTests : RuleTests
{
    [Test]
    public void SameText_InTwoPosts_IsToldAtTheSecond()
    {
        Fixture.Post("a").Post("b", "scheduled_at: 2026-07-15 10:00\n", "Hello **there**.");

        Assert.That(Fixture.Found(), Does.Contain("GAL315 posts/b.md:5"));
    }
}
