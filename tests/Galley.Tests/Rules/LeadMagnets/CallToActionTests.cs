namespace Galley.Tests.Rules.LeadMagnets;

public class CallToActionTests : RuleTests
{
    [TestCase("cta_label: Book", "GAL405")]
    [TestCase("cta_url: https://example.com", "GAL405")]
    [TestCase("cta_label: Book, cta_url: https://example.com", null)]
    [TestCase("title: A page", null)]
    public void CallToAction_InHalf_IsTold(string fields, string? code)
    {
        Fixture.LeadMagnet("g", $"hosted_page: {{{fields}}}\n");

        Assert.That(Fixture.Found(), Is.EqualTo(code is null ? Nothing : [$"{code} lead-magnets/g.md:5"]));
    }
}
