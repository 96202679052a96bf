namespace Galley.Tests.Rules.Posts;

public class TimeMissingTests : RuleTests
{
    [Test]
    public void Time_MissingFromAScheduledPost_IsToldAtItsStatus()
    {
        Fixture.Write("clients/acme/posts/a.md", "---\nstatus: scheduled\n---\nHello.\n");

        Assert.That(Fixture.Found(), Is.EqualTo(new[] { "GAL306 posts/a.md:2" }));
    }
}
