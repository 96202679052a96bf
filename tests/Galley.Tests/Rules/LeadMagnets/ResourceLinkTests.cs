namespace Galley.Tests.Rules.LeadMagnets;

public class ResourceLinkTests : RuleTests
{
    [TestCase("Here it is!", "", "GAL401 lead-magnets/g.md:4")]
    [TestCase("Here it is!", "confirm_missing_magnet_url: true\n", null)]
    [TestCase("Here: {{resource_link}}", "", null)]
    public void Message_WithoutLink_IsTold(string template, string front, string? expected)
    {
        Fixture.LeadMagnet("g", front, template: template);

        Assert.That(Fixture.Found(), Is.EqualTo(expected is null ? [] : new[] { expected }));
    }
}
