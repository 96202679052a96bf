namespace Galley.Tests.Rules.Posts;

public class EmptyTextTests : RuleTests
{
    [TestCase("")]
    [TestCase("\n  \n")]
    [TestCase("\u200B")]
    [TestCase("\u2060 \u00AD\n\uFE0F")]
    [TestCase("\u2800\u3164")]
    [TestCase("&#8203;&nbsp;")]
    [TestCase("\u202E\U000E0041")]
    public void Text_ThatShowsNothing_IsEmpty(string body)
    {
        Fixture.Post("a", body: body);

        Assert.That(Fixture.Found(), Has.One.StartsWith("GAL309"));
    }

    [TestCase("!")]
    [TestCase("🚀")]
    [TestCase("\u200Bא")]
    [TestCase("❤️")]
    public void Text_OfOneCharacter_IsText(string body)
    {
        Fixture.Post("a", body: body);

        Assert.That(Fixture.Found(), Has.None.StartsWith("GAL309"));
    }
}
