namespace Galley.Tests.Rules.LeadMagnets;

public class PublishedPageTests : RuleTests
{
    [Test]
    public void Page_PublishedAndEmpty_IsTold()
    {
        Fixture.LeadMagnet("g", body: "");

        Assert.That(Fixture.Found(), Has.One.StartsWith("GAL403"));
    }
}
