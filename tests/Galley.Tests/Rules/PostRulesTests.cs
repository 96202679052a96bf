using Galley.Testing;

namespace Galley.Tests.Rules;

/// <summary>Each fault of a post, in a file of its own, with its code and line; and what is right, without.</summary>
public class PostRulesTests
{
    private static readonly string[] Nothing = [];
    private RuleFixture _fixture = null!;

    [SetUp]
    public void MakeDesk() => _fixture = new RuleFixture();

    [TearDown]
    public void RemoveDesk() => _fixture.Dispose();

    [Test]
    public void Post_ThatIsFine_HasNoProblem()
    {
        _fixture.LeadMagnet("guide").Post("a", "lead_magnet: guide\n", "A hook.\n\nComment <<keyword>> to get it.");

        Assert.That(_fixture.Found(), Is.EqualTo(Nothing));
    }

    [TestCase("scheduled_at: 2026-05-01 10:00\n", "GAL307 posts/a.md:3")]
    [TestCase("scheduled_at: 2026-06-01 08:00\n", "GAL307 posts/a.md:3", TestName = "Time_OfThisInstant_IsPast")]
    [TestCase("scheduled_at: 2026-06-01 08:09\n", "GAL308 posts/a.md:3")]
    [TestCase("scheduled_at: nonsense\n", "GAL301 posts/a.md:3")]
    [TestCase("scheduled_at: 2026-06-01 08:10\n", null)]
    [TestCase("status: draft\nscheduled_at: 2020-01-01 10:00\n", null)]
    public void Time_NearNow_IsPastOrTooSoon(string front, string? expected)
    {
        _fixture.Post("a", front);

        Assert.That(_fixture.Found(), Is.EqualTo(expected is null ? Nothing : [expected]));
    }

    [Test]
    public void Time_MissingFromAScheduledPost_IsToldAtItsStatus()
    {
        _fixture.Write("clients/acme/posts/a.md", "---\nstatus: scheduled\n---\nHello.\n");

        Assert.That(_fixture.Found(), Is.EqualTo(new[] { "GAL306 posts/a.md:2" }));
    }

    [Test]
    public void Time_OfAnEndedClient_IsNobodysBusiness()
    {
        using var ended = new RuleFixture("ended: true\n");
        ended.Post("a", "scheduled_at: 2020-01-01 10:00\n");

        Assert.That(ended.Found(), Is.EqualTo(Nothing));
    }

    [TestCase("10:29", "GAL314 posts/b.md:3")]
    [TestCase("10:00", "GAL314 posts/b.md:3")]
    [TestCase("10:30", null)]
    public void Gap_BetweenTwoPosts_IsToldAtTheLater(string time, string? expected)
    {
        _fixture.Post("a").Post("b", $"scheduled_at: 2026-06-15 {time}\n", "Another.");

        Assert.That(_fixture.Found(), Is.EqualTo(expected is null ? Nothing : [expected]));
    }

    [Test]
    public void SameText_InTwoPosts_IsToldAtTheSecond()
    {
        _fixture.Post("a").Post("b", "scheduled_at: 2026-07-15 10:00\n", "Hello **there**.");

        Assert.That(_fixture.Found(), Does.Contain("GAL315 posts/b.md:5"));
    }

    [TestCase("", "GAL309")]
    [TestCase("\n  \n", "GAL309")]
    public void Text_WithoutWords_IsEmpty(string body, string code)
    {
        _fixture.Post("a", body: body);

        Assert.That(_fixture.Found(), Has.One.StartsWith(code));
    }

    [Test]
    public void Text_AtAndOverTheLimit_IsCountedInUtf16Units()
    {
        _fixture.Post("a", body: "Hook\n\n" + string.Concat(Enumerable.Repeat("🚀", 1497)));
        _fixture.Post(
            "b",
            "scheduled_at: 2026-07-15 10:00\n",
            "Hook\n\n" + string.Concat(Enumerable.Repeat("🚀", 1497)) + "!"
        );

        Assert.That(_fixture.Found(), Is.EqualTo(new[] { "GAL310 posts/b.md:5" }));
        Assert.That(_fixture.Problems().Single().Help, Does.Contain("Take 1 out"));
    }

    [Test]
    public void FirstParagraph_LongerThanTheFold_IsNoted()
    {
        _fixture.Post("a", body: new string('x', 211));

        Assert.That(_fixture.Found(), Is.EqualTo(new[] { "GAL320 posts/a.md:5" }));
    }

    [TestCase("GUIDE", "Did you mean \"pipeline-guide\"?")]
    [TestCase("pipeline-giude", "Did you mean \"pipeline-guide\"?")]
    [TestCase("other", "Known here: pipeline-guide")]
    public void LeadMagnet_Unknown_IsToldWithTheKeyThatWasMeant(string typed, string help)
    {
        _fixture.LeadMagnet("pipeline-guide").Post("a", $"lead_magnet: {typed}\n", "Comment <<keyword>>.");

        var problem = _fixture.Problems().Single();

        Assert.That((problem.Code.Id, problem.At.Line), Is.EqualTo(("GAL312", 4)));
        Assert.That(problem.Help, Does.Contain(help));
    }

    [TestCase("Get the guidebook.", "GAL313 posts/a.md:4")]
    [TestCase("Comment guide!", null)]
    public void Keyword_AsAWordOfTheText_IsLookedFor(string body, string? expected)
    {
        _fixture.LeadMagnet("guide").Post("a", "lead_magnet: guide\n", body);

        Assert.That(_fixture.Found(), Is.EqualTo(expected is null ? Nothing : [expected]));
    }

    [TestCase("comments: [{text: Hi, delay_minutes: 60}, {text: Ho, delay_minutes: 60}]", "GAL322")]
    [TestCase("comments: [{text: Hi, delay_minutes: 20000}]", "GAL322")]
    [TestCase("comments: [{text: '', delay_minutes: 60}]", "GAL323")]
    [TestCase("comments: [{text: 'Comment <<keyword>>', delay_minutes: 60}]", "GAL334")]
    [TestCase("comments: [{text: 'Comment <<kyword>>', delay_minutes: 60}]", "GAL333")]
    public void Followup_ThatIsWrong_IsToldOnItsLine(string comments, string code)
    {
        _fixture.Post("a", $"followups:\n  {comments}\n");

        Assert.That(_fixture.Found(), Has.One.EqualTo($"{code} posts/a.md:5"));
    }

    [Test]
    public void Followup_CommentOverTheLimit_IsTold()
    {
        _fixture.Post("a", $"followups:\n  comments:\n  - text: {new string('x', 1251)}\n    delay_minutes: 60\n");

        Assert.That(_fixture.Found(), Is.EqualTo(new[] { "GAL311 posts/a.md:6" }));
    }

    [Test]
    public void Followup_DefaultOfTheClient_NeedsAValueInEveryPostThatTakesIt()
    {
        using var shared = new RuleFixture(
            "followups:\n  comments: [{text: 'Comment <<keyword>>', delay_minutes: 60}]\n"
        );
        shared
            .LeadMagnet("guide")
            .Post("a", "lead_magnet: guide\n", "GUIDE")
            .Post("b", "scheduled_at: 2026-07-15 10:00\n");

        Assert.That(
            shared.Problems().Select(problem => (problem.Code.Id, problem.Path)),
            Is.EqualTo(new[] { ("GAL334", "clients/acme/posts/b.md") })
        );
    }

    [TestCase("approval: required\n", "", "GAL318")]
    [TestCase("approval: required\n", "approved: M2XD\n", "GAL319")]
    [TestCase("", "approved: M2XD\n", "GAL319")]
    [TestCase("approval: required\n", "approved: 7qk4\n", null)]
    [TestCase("", "", null)]
    public void Approval_OfThePresentText_IsAskedFor(string client, string front, string? code)
    {
        using var approving = new RuleFixture(client);
        approving.Post("a", front);

        Assert.That(
            approving.Problems("7QK4").Select(problem => problem.Code.Id),
            Is.EqualTo(code is null ? Nothing : [code])
        );
    }

    [Test]
    public void Pictures_OverTwentyAndBesideADocument_AreNoted()
    {
        _fixture.Write("clients/acme/media/a.png", SampleMedia.Png());
        _fixture.Write("clients/acme/media/a.pdf", SampleMedia.Pdf());
        _fixture.Post(
            "a",
            $"images: [{string.Join(", ", Enumerable.Repeat("a.png", 21))}]\ndocument: {{file: a.pdf, type: pdf}}\n"
        );

        Assert.That(_fixture.Found(), Is.EquivalentTo(new[] { "GAL317 posts/a.md:4", "GAL316 posts/a.md:5" }));
    }

    [TestCase("Hi\n\n<b>x</b>", "GAL331 posts/a.md:7")]
    [TestCase("Hi\n![x](y.png)", "GAL330 posts/a.md:6")]
    [TestCase("Hi <<nothing_known>>", "GAL333 posts/a.md:5")]
    public void Text_ThatLinkedInCannotShow_IsToldOnItsLineOfTheFile(string body, string expected)
    {
        _fixture.Post("a", body: body);

        Assert.That(_fixture.Found(), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Text_OfAYamlFile_IsToldOnItsLineAndColumn()
    {
        _fixture.Write(
            "clients/acme/posts/a.yaml",
            "status: scheduled\nscheduled_at: 2026-06-15 10:00\nbody: |\n  Hook\n\n  See <b>x</b>\n"
        );

        var problem = _fixture.Problems().Single();

        Assert.That((problem.At.Line, problem.At.Column), Is.EqualTo((6, 7)));
    }
}
