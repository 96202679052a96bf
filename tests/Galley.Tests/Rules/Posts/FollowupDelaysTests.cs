namespace Galley.Tests.Rules.Posts;

public class FollowupDelaysTests : RuleTests
{
    [TestCase("comments: [{text: Hi, delay_minutes: 60}, {text: Ho, delay_minutes: 60}]", "GAL322")]
    [TestCase("comments: [{text: Hi, delay_minutes: 20000}]", "GAL322")]
    [TestCase("comments: [{text: Hi, delay_minutes: 0}]", "GAL321")]
    [TestCase("reaction: {enabled: true, delay_minutes: 0}", "GAL321")]
    public void Delay_ThatIsWrong_IsToldOnItsLine(string comments, string code)
    {
        Fixture.Post("a", $"followups:\n  {comments}\n");

        Assert.That(Fixture.Found(), Has.One.EqualTo($"{code} posts/a.md:5"));
    }
}
