namespace Galley.Tests.Rules.Posts;

public class CommentTextsTests : RuleTests
{
    [Test]
    public void Followup_CommentOverTheLimit_IsTold()
    {
        Fixture.Post("a", $"followups:\n  comments:\n  - text: {new string('x', 1251)}\n    delay_minutes: 60\n");

        Assert.That(Fixture.Found(), Is.EqualTo(new[] { "GAL311 posts/a.md:6" }));
    }

    [TestCase("''")]
    [TestCase("'  '")]
    [TestCase("\"\\u200B\"")]
    public void Followup_CommentThatShowsNothing_IsEmpty(string text)
    {
        Fixture.Post("a", $"followups:\n  comments: [{{text: {text}, delay_minutes: 60}}]\n");

        Assert.That(Fixture.Found(), Has.One.EqualTo("GAL323 posts/a.md:5"));
    }
}
