using Galley.Cli.Tests.Running;

namespace Galley.Cli.Tests.Authoring;

/// <summary>`galley repeat`, `new post --template` and `galley export`. The clock says Monday 8 June 2026, 05:00 in New York.</summary>
internal sealed class CopyCommandTests
{
    [Test]
    public async Task Repeat_WritesDatedCopies_ThatTheRulesAccept()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost(
            "2026-06-15-hello",
            "scheduled_at: 2026-06-15 12:00   # noon\napproved: 7QK4-M2XD-93TB\nlabels: [evergreen]"
        );

        var run = await fixture.Run("repeat", "2026-06-15-hello", "--every", "20w", "--times", "2");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            Read(fixture, "2026-11-02-hello.md"),
            Is.EqualTo(
                "---\nstatus: scheduled\nscheduled_at: 2026-11-02 12:00   # noon\nlabels: [evergreen]\n"
                    + "repeat_of: 2026-06-15-hello\n---\nThe words of 2026-06-15-hello.\n"
            ),
            "noon, although the clocks changed"
        );
        Assert.That(Read(fixture, "2027-03-22-hello.md"), Does.Contain("2027-03-22 12:00"));
        Assert.That((await fixture.Run("validate")).Out, Does.Not.Contain("GAL315"));
    }

    [Test]
    public async Task Repeat_OfARepeat_IsOfTheFirst_AndOfWhatIsPast_BeginsAfterNow()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("old", "scheduled_at: 2026-05-01 10:00\nrepeat_of: first");

        var run = await fixture.Run("repeat", "old", "--every", "30d");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            Read(fixture, "old-2026-06-30.md"),
            Does.Contain("repeat_of: first\n").And.Contain("2026-06-30 10:00")
        );
    }

    [Test]
    public async Task Repeat_Dry_WritesNothing()
    {
        await using var fixture = await CliFixture.WithOnePost();

        var run = await fixture.Run("repeat", "launch", "--every", "8w", "--dry-run");

        Assert.That(
            run.Error,
            Does.Contain("launch-2026-08-10: Mon 10 Aug 2026 10:00").And.Contain("Nothing was written.")
        );
        Assert.That(
            Directory.GetFiles(Path.Combine(fixture.Content, "clients/northwind/posts")),
            Has.Length.EqualTo(1)
        );
    }

    [TestCase("lunch", "--every", "8w", "Did you mean \"launch\"?")]
    [TestCase("launch", "--every", "8 weeks", "such as 8w or 30d")]
    public async Task Repeat_ThatCanNotBe_SaysWhy(string key, string option, string value, string words)
    {
        await using var fixture = await CliFixture.WithOnePost();

        var run = await fixture.Run("repeat", key, option, value);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo(((int)ExitCode.Error, run.Error)));
        Assert.That(run.Error, Does.Contain(words));
    }

    [Test]
    public async Task SameText_WithoutRepeatOf_IsStillAProblem()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost("copy", "scheduled_at: 2026-07-15 10:00\nrepeat_of: another", "The words of launch.");

        Assert.That((await fixture.Run("validate")).Out, Does.Contain("GAL315"));
    }

    [Test]
    public async Task Template_KeepsItsFieldsAndComments()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.Write(
            "templates/story.md",
            "---\n# yaml-language-server: $schema=../schemas/post.schema.json\n# One story, one number.\nstatus: draft\nlabels: [story]\n"
                + "first_comment: What was yours?\n---\nThe number.\n\nWhat it means.\n"
        );

        var run = await fixture.Run("new", "post", "--template", "story", "--key", "mine");
        var own = await fixture.Run(
            "new",
            "post",
            "--template",
            "story",
            "--key",
            "own",
            "--text",
            "My own.",
            "--at",
            "2026-06-17 10:00"
        );

        Assert.That((run.ExitCode, own.ExitCode), Is.EqualTo((0, 0)), run.Error + own.Error);
        Assert.That(
            Read(fixture, "mine.md"),
            Is.EqualTo(
                "---\n# yaml-language-server: $schema=../../../schemas/post.schema.json\n# One story, one number.\nstatus: draft\n"
                    + "labels: [story]\nfirst_comment: What was yours?\nscheduled_at: 2026-06-09 "
                    + "10:00\n---\nThe number.\n\nWhat it means.\n"
            )
        );
        Assert.That(Read(fixture, "own.md"), Does.Contain("status: scheduled\n").And.EndsWith("---\nMy own.\n"));
    }

    [TestCase("stroy", "Did you mean \"story\"?")]
    [TestCase("../story", "There is no template")]
    public async Task Template_ThatIsNotThere_IsNamedWithThoseThatAre(string name, string words)
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.Write("templates/story.md", "---\nlabels: [story]\n---\nHi\n");

        var run = await fixture.Run("new", "post", "--template", name);

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain(words));
    }

    [Test]
    public async Task Export_IsWhatImportReads()
    {
        await using var fixture = await CliFixture.WithOnePost();
        fixture.WritePost(
            "fair",
            "scheduled_at: 2026-06-16 10:00\nlabels: [launch, fair]\ncampaign: spring\nfirst_comment: More here",
            "One **bold** word, a \"quote\"\n\n- and\n- lines"
        );

        var run = await fixture.Run("export", "--csv", "../posts.csv", "--label", "launch");

        Assert.That(run.Out, Is.EqualTo("1 post in ../posts.csv\n"));
        var csv = Path.Combine(Path.GetDirectoryName(fixture.Content)!, "posts.csv");
        File.Delete(Path.Combine(fixture.Content, "clients/northwind/posts/fair.md"));
        var import = await fixture.Run("import", csv, "--yes");
        Assert.That(import.ExitCode, Is.Zero, import.Error);
        var file = Read(fixture, "2026-06-16-one-bold-word-a-quote.md");
        Assert.That(
            file,
            Does.Contain("status: scheduled\nscheduled_at: 2026-06-16 10:00\n")
                .And.Contain("labels: [launch, fair]\ncampaign: spring\nfirst_comment: More here\n")
                .And.EndWith("One bold word, a \"quote\"\n\n• and\n• lines\n")
        );
    }

    private static string Read(CliFixture fixture, string post) =>
        File.ReadAllText(Path.Combine(fixture.Content, "clients/northwind/posts", post));
}
