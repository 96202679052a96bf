namespace Galley.Tests.Rules.Posts;

public class LongBeforeFoldTests : RuleTests
{
    [Test]
    public void FirstParagraph_LongerThanTheFold_IsNoted()
    {
        Fixture.Post("a", body: new string('x', 211));

        Assert.That(Fixture.Found(), Is.EqualTo(new[] { "GAL320 posts/a.md:5" }));
    }
}
