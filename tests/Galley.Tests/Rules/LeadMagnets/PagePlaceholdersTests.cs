namespace Galley.Tests.Rules.LeadMagnets;

public class PagePlaceholdersTests : RuleTests
{
    [TestCase("Your <<resource_name>>.", "GAL409 lead-magnets/g.md:8")]
    [TestCase("Your {{resource_link}}.", "GAL409 lead-magnets/g.md:8")]
    [TestCase("Your <<name>>.", null)]
    public void Placeholder_InAPage_IsToldOnItsLine(string body, string? expected)
    {
        Fixture.LeadMagnet("g", body: "# Page\n\n" + body);

        Assert.That(
            Fixture.Found().Where(found => found.StartsWith("GAL4", StringComparison.Ordinal)),
            Is.EqualTo(expected is null ? Nothing : [expected])
        );
    }
}
