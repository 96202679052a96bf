using Galley.Cli.Tests.Running;
using Galley.Content;
using NodaTime;

namespace Galley.Cli.Tests.Authoring;

internal sealed class NewPostCommandTests
{
    [TestCase(".md")]
    [TestCase(".yaml")]
    public async Task Post_WithoutText_IsADraftAtTheNextFreeTime(string ending)
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley(ending == ".yaml" ? ["new", "post", "--yaml"] : ["new", "post"]);

        Assert.That(run.Out, Is.EqualTo($"Wrote clients/northwind-traders/posts/2026-06-10-new-post{ending}\n"));
        var post = repo.Client().Posts.Single(post => post.Key == "2026-06-10-new-post");
        Assert.That(post.Status, Is.EqualTo(PostStatus.Draft), "a starter text is never scheduled");
        Assert.That(post.ScheduledAt, Is.EqualTo(Instant.FromUtc(2026, 6, 10, 8, 0)), "Tuesday has a post already");
        Assert.That(repo.Problems(), Is.Empty);
    }

    [TestCase(".md")]
    [TestCase(".yaml")]
    public async Task Post_WithItsOwnTextAndTime_IsScheduled(string ending)
    {
        using var repo = await NewRepo.Init();
        string[] form = ending == ".yaml" ? ["--yaml"] : [];

        var run = await repo.Galley([
            "new",
            "post",
            "--text",
            "\n  A set-in line.\n\nComment NUMBERS: now.\n",
            "--at",
            "2026-06-18 10:00",
            "--lead-magnet",
            "monday-numbers",
            "--key",
            "campaign/launch",
            .. form,
        ]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var post = repo.Client().Posts.Single(post => post.Key == "campaign/launch");
        Assert.That(post.Status, Is.EqualTo(PostStatus.Scheduled));
        Assert.That(post.Body, Is.EqualTo("  A set-in line.\n\nComment NUMBERS: now."));
        // The page that `init` wrote goes out with this post.
        Assert.That(repo.Problems(), Has.One.Items.And.All.StartsWith("GAL344 "));
    }

    [TestCase("post", "clients/northwind-traders/posts/a/b/c.yaml", "--key", "a/b/c", "--yaml")]
    [TestCase(
        "lead-magnet",
        "clients/northwind-traders/lead-magnets/pipeline-guide.yaml",
        "--keyword",
        "GUIDE",
        "--resource-name",
        "Pipeline Guide",
        "--yaml"
    )]
    public async Task SchemaLine_OfANewFile_NamesAFileThatIsThere(string kind, string path, params string[] args)
    {
        using var repo = await NewRepo.Init();

        await repo.Galley(["new", kind, .. args]);

        var line = repo.Read(path).Split('\n')[0];
        Assert.That(line, Does.StartWith("# yaml-language-server: $schema="));
        var schema = Path.GetFullPath(
            line[(line.IndexOf('=') + 1)..],
            Path.GetDirectoryName(Path.Combine(repo.Root, path))!
        );
        Assert.That(schema, Is.EqualTo(Path.Combine(repo.Root, "schemas", $"{kind}.schema.json")));
        Assert.That(File.Exists(schema));
    }

    [Test]
    public async Task Post_WhereNoSchemasAre_BringsThem()
    {
        using var repo = await NewRepo.Init();
        Directory.Delete(Path.Combine(repo.Root, "schemas"), recursive: true);

        await repo.Galley("new", "post");

        Assert.That(File.Exists(Path.Combine(repo.Root, "schemas/post.schema.json")));
    }

    [TestCase(
        "post",
        "The text of the post. Default: a starter text, which is never published.",
        "made from the date and the first words"
    )]
    [TestCase(
        "lead-magnet",
        "The page that people get, in Markdown. Default: a starter page and a draft post that offers it.",
        "made from its name"
    )]
    public async Task Help_OfEachKind_SpeaksOfItsOwnTextAndKey(string kind, string text, string key)
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley("new", kind, "--help");

        Assert.That(
            run.Out,
            Does.Match($"--text <TEXT> +{System.Text.RegularExpressions.Regex.Escape(text)}").And.Contain(key)
        );
    }

    [TestCase("already has a post \"our-first-post\"", "--key", "our-first-post")]
    [TestCase("already has a post \"Our-First-Post\"|has characters that a key can't have", "--key", "Our-First-Post")]
    [TestCase("is in the past", "--at", "2026-06-08 09:00")]
    [TestCase("too close to the post \"our-first-post\"", "--at", "2026-06-09 10:00")]
    [TestCase("\"tomorrow\" has no time of day", "--at", "tomorrow")]
    [TestCase("can be read in two ways", "--at", "07/08/2026 10:00")]
    [TestCase("The next free time is 2026-06-10 09:00", "--at", "2026-06-09 10:00")]
    [TestCase("Did you mean \"monday-numbers\"", "--lead-magnet", "monday-number")]
    [TestCase("needs your own text", "--status", "scheduled")]
    public async Task Post_ThatCanNotBe_IsRefusedBeforeAnythingIsWritten(string words, params string[] args)
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley(["new", "post", .. args]);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match(words));
        Assert.That(repo.Client().Posts, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Post_OfAClientWhoseDraftsAreSent_NeedsItsOwnText()
    {
        using var repo = await NewRepo.Init();
        repo.Write(
            "clients/northwind-traders/client.yaml",
            repo.Read("clients/northwind-traders/client.yaml") + "send_drafts: true\n"
        );

        var starter = await repo.Galley("new", "post");
        var own = await repo.Galley("new", "post", "--text", "Our own words.");

        Assert.That(starter.Error, Does.Contain("send_drafts"));
        Assert.That(own.ExitCode, Is.Zero, own.Error);
    }

    [Test]
    public async Task Post_OnATerminal_AsksForWhatIsNotSaid()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Answering(["2026-06-19 11:30", "monday-numbers", "friday"], "new", "post");

        Assert.That(
            run.Error.ReplaceLineEndings(" "),
            Does.Contain(
                "When (Europe/London; the next weekday without a post, at this client's usual time) [2026-06-10 09:00]: "
            )
        );
        var post = repo.Client().Posts.Single(post => post.Key == "friday");
        Assert.That(post.ScheduledAt, Is.EqualTo(Instant.FromUtc(2026, 6, 19, 10, 30)));
        Assert.That(post.LeadMagnet?.Key, Is.EqualTo("monday-numbers"));
        Assert.That(repo.Problems(), Is.Empty);
    }

    [TestCase("9:30", "2026-06-10 08:30")]
    [TestCase("10.30", "2026-06-10 09:30")]
    [TestCase("10am", "2026-06-10 09:00")]
    [TestCase("tomorrow 16:00", "2026-06-09 15:00")]
    [TestCase("15/06/2026 9am", "2026-06-15 08:00")]
    [TestCase("", "2026-06-10 08:00")]
    public async Task Time_AtThePrompt_IsReadAsPeopleTypeIt(string answer, string utc)
    {
        using var repo = await NewRepo.Init();

        await repo.Answering([answer, "", "mine"], "new", "post");

        Assert.That(
            repo.Client().Posts.Single(post => post.Key == "mine").ScheduledAt.ToString(),
            Is.EqualTo(utc.Replace(' ', 'T') + ":00Z")
        );
    }

    [Test]
    public async Task Answers_ThatCanNotBe_AreAskedForAgain()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Answering(
            [
                "soon",
                "07/08/2026 9:00",
                "9 June 2026 10:00",
                "tomorrow",
                "Friday 10.30",
                "monday-number",
                "",
                "Our First Post",
                "our-first-post",
                "mine",
            ],
            "new",
            "post"
        );

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            run.Error,
            Does.Contain("\"soon\" is not a time that Galley can read.")
                .And.Contain("\"07/08/2026\" can be read in two ways.")
                .And.Contain("is too close to the post \"our-first-post\"")
                .And.Contain("\"tomorrow\" has no time of day.")
                .And.Contain("no lead magnet \"monday-number\". Did you mean \"monday-numbers\"?")
                .And.Contain("already has a post \"our-first-post\". Choose another key.")
        );
        var post = repo.Client().Posts.Single(post => post.Key == "mine");
        Assert.That(post.ScheduledAt, Is.EqualTo(Instant.FromUtc(2026, 6, 12, 9, 30)));
    }

    [Test]
    public async Task Answers_ThatEndTooSoon_SayWhatWasWrong()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Answering(["soon"], "new", "post");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            run.Error.ReplaceLineEndings(" "),
            Does.EndWith(
                "galley: \"soon\" is not a time that Galley can read. Type for example 2026-06-10 10:00, tomorrow 10:00 or 9:30. "
            )
        );
    }

    [Test]
    public async Task LeadMagnet_WithAStarterPage_WaitsWithTheDraftThatOffersIt()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley(
            "new",
            "lead-magnet",
            "--keyword",
            "GUIDE",
            "--resource-name",
            "Pipeline: \"the\" Guide"
        );
        var plan = await repo.Galley("plan", "--format", "json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            repo.Client().LeadMagnets.Select(magnet => magnet.ResourceName),
            Does.Contain("Pipeline: \"the\" Guide")
        );
        Assert.That(repo.Problems(), Is.Empty);
        Assert.That(
            plan.Json["totals"]!
                .AsObject()
                .Where(total => (int)total.Value! > 0)
                .Select(total => $"{total.Key} {total.Value}"),
            Is.EqualTo(new[] { "wait 4" })
        );
    }

    [Test]
    public async Task LeadMagnet_WithATakenKeyword_IsRefused()
    {
        using var repo = await NewRepo.Init();

        var run = await repo.Galley("new", "lead-magnet", "--keyword", "numbers", "--resource-name", "Other");

        Assert.That(run.Error, Does.Contain("\"monday-numbers\" already has the keyword \"numbers\""));
    }
}
