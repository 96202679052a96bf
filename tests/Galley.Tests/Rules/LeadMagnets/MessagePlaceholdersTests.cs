namespace Galley.Tests.Rules.LeadMagnets;

public class MessagePlaceholdersTests : RuleTests
{
    [TestCase("", "Here: <<resource_link>> <<keyword>>", "GAL402 lead-magnets/g.md:4")]
    [TestCase("not_connected_reply: Hi {{first_name}}\n", "<<resource_link>>", "GAL402 lead-magnets/g.md:5")]
    public void Message_WithAnUnknownPlaceholder_IsToldOnItsLine(string front, string template, string expected)
    {
        Fixture.LeadMagnet("g", front, template: template);

        Assert.That(Fixture.Found(), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Message_WithAMisspeltLink_SaysWhatWasMeant()
    {
        Fixture.LeadMagnet("g", template: "Here: <<resorce_link>>");

        Assert.That(
            Fixture.Problems().Select(problem => problem.Help),
            Has.Some.Contains("Did you mean \"resource_link\"?")
        );
    }
}
