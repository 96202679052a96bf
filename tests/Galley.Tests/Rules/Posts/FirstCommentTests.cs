namespace Galley.Tests.Rules.Posts;

/// <summary><c>first_comment</c>: the rules on comments find it on its own line.</summary>
internal sealed class FirstCommentTests
{
    [TestCase("first_comment: \"\"", "GAL323", "first_comment is empty.")]
    [TestCase("first_comment: \"{{name}}\"", "GAL333", "{{name}}")]
    [TestCase("first_comment: Look at **this**", "GAL342", "in first_comment looks like Markdown")]
    public void Problem_IsOnItsLine(string line, string code, string words)
    {
        using var fixture = new RuleFixture();

        var found = fixture.Post("a", $"{line}\n").Problems().Single();

        using var scope = Assert.EnterMultipleScope();
        Assert.That((found.Code.Id, found.At.Line), Is.EqualTo((code, 4)));
        Assert.That(found.Message, Does.Contain(words));
    }

    [Test]
    public void AnotherCommentAfterTenMinutes_IsNamedByItsOwnNumber()
    {
        using var fixture = new RuleFixture();

        var found = fixture
            .Post("a", "first_comment: One\nfollowups:\n  comments: [{text: Two, delay_minutes: 10}]\n")
            .Problems()
            .Single();

        Assert.That((found.Code.Id, found.At.Line), Is.EqualTo(("GAL322", 6)));
        Assert.That(found.Message, Does.StartWith("first_comment and comment 1 both come after 10 minutes"));
    }

    [Test]
    public void Placeholder_WithTheLeadMagnetsValue_IsFine()
    {
        using var fixture = new RuleFixture();

        fixture.LeadMagnet("guide").Post("a", "lead_magnet: guide\nfirst_comment: Comment <<keyword>>.\n", "GUIDE");

        Assert.That(fixture.Found(), Is.Empty);
    }
}
