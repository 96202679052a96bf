namespace Galley.Tests.Rules.LeadMagnets;

public class UniqueKeywordsTests : RuleTests
{
    [Test]
    public void Keyword_OfTwoLeadMagnets_IsToldAtTheSecond()
    {
        Fixture.LeadMagnet("a").LeadMagnet("b", keyword: "guide");

        Assert.That(Fixture.Found(), Is.EqualTo(new[] { "GAL404 lead-magnets/b.md:2" }));
    }
}
