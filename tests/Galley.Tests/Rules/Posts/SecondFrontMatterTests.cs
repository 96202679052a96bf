namespace Galley.Tests.Rules.Posts;

public class SecondFrontMatterTests : RuleTests
{
    [TestCase("---\nstatus: scheduled\nscheduled_at: 2026-07-01 10:00\n---\nOur launch is here.")]
    [TestCase("---\ntitle: Pasted twice\ntags:\n  - a\n- b\n# a remark\n\ndate: 2026-01-01\n---\n\nBody")]
    [TestCase("---\nstatus: draft\n...\nBody")]
    [TestCase("---\nstatus: draft\nNo end of it")]
    [TestCase("+++\ntitle = \"Old\"\n[extra]\nteam = 1\n+++\nBody")]
    [TestCase("---  \n\nkeyword: GUIDE\n---")]
    public void Body_ThatBeginsWithFrontMatter_IsAnError(string body)
    {
        Fixture.Post("a", body: body);

        Assert.That(Fixture.Found(), Has.One.EqualTo("GAL341 posts/a.md:5"));
    }

    [TestCase("---\nOur launch is here.\n---")]
    [TestCase("---\nhttps://example.com\n---\nSee you")]
    [TestCase("---\nNote: we are closed\n---\nSee you")]
    [TestCase("+++\nNews = good news\nand more of it\n+++")]
    [TestCase("+++ Offer +++\nprice = 5")]
    [TestCase("***\nstatus: great\n***")]
    [TestCase("Hello\n---\nstatus: draft\n---")]
    [TestCase("---\n\nA rule above")]
    public void Body_WithDividers_IsFine(string body)
    {
        Fixture.Post("a", body: body);

        Assert.That(Fixture.Found(), Has.None.StartsWith("GAL341"));
    }

    [Test]
    public void BodyFile_WithItsOwnFrontMatter_IsAnErrorInThatFile()
    {
        Fixture.Write("clients/acme/posts/m.yaml", "status: draft\nbody_file: m-text.md\n");
        Fixture.Write("clients/acme/posts/m-text.md", "---\nstatus: draft\n---\nHas its own front matter\n");

        Assert.That(Fixture.Found(), Has.One.EqualTo("GAL341 posts/m-text.md:1"));
    }

    [Test]
    public void Page_ThatBeginsWithFrontMatter_IsAnError()
    {
        Fixture.LeadMagnet("g", body: "---\nkeyword: GUIDE\n---\n# A page");

        Assert.That(Fixture.Found(), Has.One.EqualTo("GAL341 lead-magnets/g.md:6"));
    }

    [Test]
    public void Body_OfManyBlankLines_IsReadInGoodTime()
    {
        Fixture.Post("a", body: "---\nstatus: draft\n" + string.Concat(Enumerable.Repeat("  \n \n", 5_000)) + "x");

        Assert.That(Fixture.Found(), Has.One.StartsWith("GAL341"));
    }
}
