namespace Galley.Tests.Rules.LeadMagnets;

public class MessageMarkdownTests : RuleTests
{
    [TestCase("", "**Here:** <<resource_link>>", "GAL342 lead-magnets/g.md:4")]
    [TestCase("", "[Your guide](<<resource_link>>), [terms](https://example.com)", "GAL342 lead-magnets/g.md:4")]
    [TestCase("not_connected_reply: Say *hello* first\n", "<<resource_link>>", "GAL342 lead-magnets/g.md:5")]
    [TestCase("hosted_page: {title: A __bold__ page}\n", "<<resource_link>>", "GAL342 lead-magnets/g.md:5")]
    [TestCase("", "Here you are, Kund*innen: <<resource_link>> * terms apply *", null)]
    public void Field_WithMarkdown_IsToldOnItsLine(string front, string template, string? expected)
    {
        Fixture.LeadMagnet("g", front, template: template);

        Assert.That(Fixture.Found(), Is.EqualTo(expected is null ? Nothing : [expected]));
    }
}
