namespace Galley.Tests.Rules.LeadMagnets;

public class FieldLinksTests : RuleTests
{
    [TestCase("cta_label: Book, cta_url: http://example.com", "GAL406")]
    [TestCase("cta_label: Book, cta_url: example.com", "GAL406")]
    [TestCase("cta_label: Book, cta_url: mailto:a@b.example", "GAL406")]
    [TestCase("external_resource_url: 'javascript:alert(1)'", "GAL407")]
    [TestCase("cta_label: Book, cta_url: https://example.com", null)]
    public void PageField_WithABadLink_IsTold(string fields, string? code)
    {
        Fixture.LeadMagnet("g", $"hosted_page: {{{fields}}}\n");

        Assert.That(Fixture.Found(), Is.EqualTo(code is null ? [] : new[] { $"{code} lead-magnets/g.md:5" }));
    }
}
