namespace Galley.Tests.Rules.Posts;

public class LeadMagnetKnownTests : RuleTests
{
    [TestCase("GUIDE", "Did you mean \"pipeline-guide\"?")]
    [TestCase("pipeline-giude", "Did you mean \"pipeline-guide\"?")]
    [TestCase("other", "Known here: pipeline-guide")]
    public void LeadMagnet_Unknown_IsToldWithTheKeyThatWasMeant(string typed, string help)
    {
        Fixture.LeadMagnet("pipeline-guide").Post("a", $"lead_magnet: {typed}\n", "Comment <<keyword>>.");

        var problem = Fixture.Problems().Single();

        Assert.That((problem.Code.Id, problem.At.Line), Is.EqualTo(("GAL312", 4)));
        Assert.That(problem.Help, Does.Contain(help));
    }
}
