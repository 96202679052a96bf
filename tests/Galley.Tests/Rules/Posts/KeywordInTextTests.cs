namespace Galley.Tests.Rules.Posts;

public class KeywordInTextTests : RuleTests
{
    [TestCase("Get the guidebook.", "GAL313 posts/a.md:4")]
    [TestCase("Comment guide!", null)]
    public void Keyword_AsAWordOfTheText_IsLookedFor(string body, string? expected)
    {
        Fixture.LeadMagnet("guide").Post("a", "lead_magnet: guide\n", body);

        Assert.That(Fixture.Found(), Is.EqualTo(expected is null ? Nothing : [expected]));
    }
}
