using Galley.Content;

namespace Galley.Tests.Rules.Posts;

public class ExampleTextTests : RuleTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void ScheduledPost_WithTheTextOfANewFile_IsWarnedOf(bool hasLeadMagnet)
    {
        Fixture.Post("a", body: StarterText.Post(hasLeadMagnet));

        Assert.That(Fixture.Found(), Has.One.EqualTo("GAL344 posts/a.md:5"));
    }

    [Test]
    public void ScheduledPost_WithOneLineOfTheExampleLeft_IsWarnedOfAtThatLine()
    {
        Fixture.Post(
            "a",
            body: "We counted our returns for a year.\n\n- a number that surprised you\n- 14 % of all orders\n"
        );

        Assert.That(Fixture.Found(), Has.One.EqualTo("GAL344 posts/a.md:7"));
    }

    [Test]
    public void Draft_MayHoldTheExample()
    {
        Fixture.Write("clients/acme/posts/a.md", $"---\nstatus: draft\n---\n{StarterText.Post(hasLeadMagnet: false)}");

        Assert.That(Fixture.Found(), Has.None.StartsWith("GAL344"));
    }

    [Test]
    public void ExamplePage_IsWarnedOf_OnceAScheduledPostOffersIt()
    {
        Fixture.LeadMagnet("g", body: StarterText.Page("Our Guide"));

        Assert.That(Fixture.Found(), Has.None.StartsWith("GAL344"));

        Fixture.Post("a", front: "lead_magnet: g\n", body: "Comment <<keyword>> for it.");

        Assert.That(Fixture.Found(), Has.One.EqualTo("GAL344 lead-magnets/g.md:8"));
    }

    [Test]
    public void OwnText_IsFine()
    {
        Fixture.Post("a", body: "The first line decides. A number that surprised you is a good one.");

        Assert.That(Fixture.Found(), Has.None.StartsWith("GAL344"));
    }
}
