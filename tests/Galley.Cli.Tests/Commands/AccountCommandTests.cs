using Galley.Cli.Tests.Running;
using Galley.Testing;
using Galley.Testing.Http;
using Snapshooter.NUnit;

namespace Galley.Cli.Tests.Commands;

/// <summary><c>whoami</c>, <c>clients</c>, <c>ledger</c> and the command line itself.</summary>
internal sealed class AccountCommandTests
{
    [Test]
    public async Task Whoami_SaysWhoseKeyItIs_AndNeverTheKey()
    {
        await using var fixture = await CliFixture.Open();

        var run = await fixture.Run("whoami");
        var json = await fixture.Run("whoami", "--format", "json");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            run.Out,
            Does.StartWith("Sandbox Agency")
                .And.Contain("posts:write")
                .And.Not.Contain(fixture.Environment["LEADPANTHER_API_KEY"])
        );
        Assert.That(json.Json["actor_type"]!.ToString(), Is.EqualTo("agency"));
    }

    [TestCase(
        "lp_live_1234secret",
        "agency",
        "live",
        "  account  active, agency: works for its clients\n  key      live key\n"
    )]
    [TestCase(
        "lp_test_1234secret",
        "direct_user",
        "test",
        "  account  active, direct account: works for itself\n  key      test key\n"
    )]
    [TestCase(
        "another-1234secret",
        "partner",
        "unknown",
        "  account  active, partner\n  key      does not begin with lp_live_ or lp_test_\n"
    )]
    public async Task Whoami_OfEachKindOfKey_TellsThemApart(string key, string actor, string mode, string lines)
    {
        using var folder = new TemporaryFolder();
        await using var server = LoopbackServer.Answering(
            Reply.Json(
                200,
                $$$"""{"data":{"owner":{"user_id":"u","account_status":"active"},"actor_type":"{{{actor}}}","scopes":["*"]}}"""
            )
        );
        var environment = new Dictionary<string, string>
        {
            ["LEADPANTHER_API_KEY"] = key,
            ["LEADPANTHER_API_URL"] = server.Url + "/api/v1",
        };

        var text = await CliRun.In(folder.Path, environment, ["whoami"]);
        var json = await CliRun.In(folder.Path, environment, ["whoami", "--format", "json"]);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(text.Out, Does.Contain(lines).And.Not.Contain("1234secret"), text.Error);
        Assert.That(json.Json["key_mode"]!.ToString(), Is.EqualTo(mode));
        Assert.That(json.Out, Does.Not.Contain("1234secret"));
    }

    [Test]
    public async Task Clients_ListsAccountsWithTheirGrants()
    {
        await using var fixture = await CliFixture.Open();

        var run = await fixture.Run("clients");
        var json = await fixture.Run("clients", "--format", "json");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.Out, Does.Contain("client_id  00000000-0000-4000-8000-000000000001").And.Contain("active"));
        Assert.That(json.Json["clients"]![0]!["grant_status"]!.ToString(), Is.EqualTo("active"));
    }

    [Test]
    public async Task Content_ThatIsNotThere_IsOneSentence()
    {
        await using var fixture = await CliFixture.Open();
        var nowhere = Path.Combine(fixture.Content, "nowhere");

        var run = await fixture.Run("plan", "--content", nowhere);

        Assert.That(
            run.Error,
            Is.EqualTo(
                $"galley: There is no folder {nowhere}. Name the folder with galley.yaml and clients/ in --content.\n"
            )
        );
    }

    [Test]
    public async Task NoCommand_ShowsTheHelp()
    {
        using var here = new TemporaryFolder();

        var run = await CliRun.In(here.Path);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, run.Out)));
        Assert.That(run.Out, Does.Contain("galley [command] [options]").And.Contain("once and only once"));
    }

    [Test]
    public async Task Ledger_IsMadeOnce_ShownAndVerified()
    {
        await using var fixture = await CliFixture.WithOnePost();

        var made = await fixture.Run("ledger", "init");
        var again = await fixture.Run("ledger", "init");
        await fixture.Run("apply");
        var shown = await fixture.Run("ledger", "show");
        var whole = await fixture.Run("ledger", "verify");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(made.Out, Does.Match("ledger_id: [0-9a-f]{32}"));
        Assert.That((again.ExitCode, again.Error), Is.EqualTo((1, again.Error)));
        Assert.That(shown.Out, Does.Contain("in LeadPanther").And.Contain("launch"));
        Assert.That((whole.ExitCode, whole.Out), Is.EqualTo((0, whole.Out)));
    }

    [Test]
    public async Task Ledger_Edited_IsRefusedWithFileAndLine()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await fixture.Run("ledger", "init");
        await fixture.Run("apply");
        var file = Directory.GetFiles(fixture.Ledger, "*.jsonl").Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("launch", "lunch", StringComparison.Ordinal));

        var verify = await fixture.Run("ledger", "verify");
        var apply = await fixture.Run("apply");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((verify.ExitCode, apply.ExitCode), Is.EqualTo((1, 1)));
        Assert.That(apply.Error, Does.Contain(Path.GetFileName(file)).And.Contain("1"));
    }

    [TestCase("new")]
    [TestCase("plna")]
    [TestCase("ledger", "inti")]
    [TestCase("validate", "--format", "xml")]
    [TestCase("apply", "--concurrency", "0")]
    public async Task CommandLine_Mistyped_IsAnsweredInOneSentence(params string[] args)
    {
        using var here = new TemporaryFolder();

        var run = await CliRun.In(here.Path, args);

        Snapshot.Match(
            $"{run.Out}{run.Error}exit code {run.ExitCode}\n",
            $"{nameof(CommandLine_Mistyped_IsAnsweredInOneSentence)}-{string.Join('-', args)}"
        );
    }

    [TestCase("--concurrency must be a number from 1 to 64.", "apply", "--concurrency", "many")]
    [TestCase("--allow-creates must be a number from 0.", "apply", "--allow-creates", "-1")]
    [TestCase("--limit must be a number from 0.", "leads", "--limit", "99999999999")]
    [TestCase("--offset must be a number from 0.", "activity", "--offset", "x")]
    [TestCase("--max must be a number from 1 to 256.", "shards", "--max", "x")]
    [TestCase("--port must be a number from 0 to 65535.", "sandbox", "--port", "65536")]
    [TestCase("--port must be a number from 0 to 65535.", "preview", "--serve", "--port", "-5")]
    public async Task Number_OutOfBoundsOrNone_IsAnsweredWithTheBounds(string words, params string[] args)
    {
        using var here = new TemporaryFolder();

        var run = await CliRun.In(here.Path, args);

        Assert.That(
            (run.ExitCode, run.Out, run.Error),
            Is.EqualTo((1, "", $"galley: {words} Run `galley {args[0]} --help` to see its options.\n"))
        );
    }

    [Test]
    public async Task FormatJson_OfWhatWritesFilesAndLedgers_IsJsonAlone()
    {
        await using var fixture = await CliFixture.WithOnePost();
        using var elsewhere = new TemporaryFolder();

        var made = await fixture.Run("ledger", "init", "--format", "json");
        await fixture.Run("apply");
        var shown = await fixture.Run("ledger", "show", "--format", "json");
        var whole = await fixture.Run("ledger", "verify", "--format", "json");
        var calendar = await fixture.Run("calendar", "--out", elsewhere["posts.ics"], "--format", "json");
        var preview = await fixture.Run("preview", "--out", elsewhere["preview"], "--format", "json");
        var begun = await fixture.Run("init", elsewhere["content"], "--format", "json");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(shown.Json["ledger_id"]!.ToString(), Is.EqualTo(made.Json["ledger_id"]!.ToString()));
        Assert.That(
            shown.Json["files"]![0]!["objects"]![0]!.ToJsonString(),
            Does.Contain("\"key\":\"launch\",\"state\":\"live\"")
        );
        Assert.That(
            (whole.Json["whole"]!.GetValue<bool>(), (int)whole.Json["files"]![0]!["events"]!),
            Is.EqualTo((true, 2))
        );
        Assert.That((int)calendar.Json["posts"]!, Is.EqualTo(1));
        Assert.That(File.Exists(preview.Json["index"]!.ToString()));
        Assert.That(begun.Json["written"]!.AsArray().Select(path => path!.ToString()), Does.Contain("galley.yaml"));
    }

    [Test]
    public async Task Ledger_CutOffInALine_IsSaidByVerify()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await fixture.Run("ledger", "init");
        await fixture.Run("apply");
        File.AppendAllText(Directory.GetFiles(fixture.Ledger, "*.jsonl").Single(), "{\"id\":\"torn");

        var verify = await fixture.Run("ledger", "verify");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(verify.ExitCode, Is.Zero);
        Assert.That(verify.Error, Does.Contain("ends in an unfinished line (11 bytes)"));
    }

    [Test]
    public async Task Version_NamesTheZoneData()
    {
        using var here = new TemporaryFolder();

        Assert.That(
            (await CliRun.In(here.Path, "--version")).Out,
            Does.Match(@"^galley \d+\.\d+\.\d+ \(time zones TZDB: 20\d\d\w")
        );
    }
}
