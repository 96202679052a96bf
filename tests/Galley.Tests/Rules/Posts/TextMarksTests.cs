namespace Galley.Tests.Rules.Posts;

public class TextMarksTests : RuleTests
{
    [Test]
    public void Post_ThatIsFine_HasNoProblem()
    {
        Fixture.LeadMagnet("guide").Post("a", "lead_magnet: guide\n", "A hook.\n\nComment <<keyword>> to get it.");

        Assert.That(Fixture.Found(), Is.EqualTo(Nothing));
    }

    [TestCase("Hi\n\n<b>x</b>", "GAL331 posts/a.md:7")]
    [TestCase("Hi\n![x](y.png)", "GAL330 posts/a.md:6")]
    [TestCase("Hi <<nothing_known>>", "GAL333 posts/a.md:5")]
    public void Text_ThatLinkedInCannotShow_IsToldOnItsLineOfTheFile(string body, string expected)
    {
        Fixture.Post("a", body: body);

        Assert.That(Fixture.Found(), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Text_OfAYamlFile_IsToldOnItsLineAndColumn()
    {
        Fixture.Write(
            "clients/acme/posts/a.yaml",
            "status: scheduled\nscheduled_at: 2026-06-15 10:00\nbody: |\n  Hook\n\n  See <b>x</b>\n"
        );

        var problem = Fixture.Problems().Single();

        Assert.That((problem.At.Line, problem.At.Column), Is.EqualTo((6, 7)));
    }
}
