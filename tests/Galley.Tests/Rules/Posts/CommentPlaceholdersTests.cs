namespace Galley.Tests.Rules.Posts;

public class CommentPlaceholdersTests : RuleTests
{
    [Test]
    public void Followup_DefaultOfTheClient_NeedsAValueInEveryPostThatTakesIt()
    {
        using var shared = new RuleFixture(
            "followups:\n  comments: [{text: 'Comment <<keyword>>', delay_minutes: 60}]\n"
        );
        shared
            .LeadMagnet("guide")
            .Post("a", "lead_magnet: guide\n", "GUIDE")
            .Post("b", "scheduled_at: 2026-07-15 10:00\n");

        Assert.That(
            shared.Problems().Select(problem => (problem.Code.Id, problem.Path)),
            Is.EqualTo(new[] { ("GAL334", "clients/acme/posts/b.md") })
        );
    }

    [TestCase("<<keyword>>", "GAL334")]
    [TestCase("<<kyword>>", "GAL333")]
    public void Placeholder_WithoutAValueOrUnknown_IsToldOnItsLine(string placeholder, string code)
    {
        Fixture.Post("a", $"followups:\n  comments: [{{text: 'Comment {placeholder}', delay_minutes: 60}}]\n");

        Assert.That(Fixture.Found(), Has.One.EqualTo($"{code} posts/a.md:5"));
    }
}
