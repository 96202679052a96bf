using Galley.Testing;
using Snapshooter.NUnit;

namespace Galley.Cli.Tests;

/// <summary><c>whoami</c>, <c>clients</c>, <c>ledger</c> and the command line itself.</summary>
internal sealed class AccountTests
{
    [Test]
    public async Task Whoami_SaysWhoseKeyItIs_AndNeverTheKey()
    {
        await using var desk = await Desk.Open();

        var run = await desk.Run("whoami");
        var json = await desk.Run("whoami", "--format", "json");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.Out, Does.StartWith("Sandbox Agency").And.Contain("posts:write").And.Not.Contain(desk.Environment["LEADPANTHER_API_KEY"]));
        Assert.That(json.Json["actor_type"]!.ToString(), Is.EqualTo("agency"));
    }

    [Test]
    public async Task Clients_ListsAccountsWithTheirGrants()
    {
        await using var desk = await Desk.Open();

        var run = await desk.Run("clients");
        var json = await desk.Run("clients", "--format", "json");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.Out, Does.Contain("client_id  00000000-0000-4000-8000-000000000001").And.Contain("active"));
        Assert.That(json.Json["clients"]![0]!["grant_status"]!.ToString(), Is.EqualTo("active"));
    }

    [Test]
    public async Task Content_ThatIsNotThere_IsOneSentence()
    {
        await using var desk = await Desk.Open();
        var nowhere = Path.Combine(desk.Content, "nowhere");

        var run = await desk.Run("plan", "--content", nowhere);

        Assert.That(run.Error, Is.EqualTo($"galley: There is no folder {nowhere}: --content names the folder with galley.yaml and clients/ in it.\n"));
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
        await using var desk = await Desk.WithOnePost();

        var made = await desk.Run("ledger", "init");
        var again = await desk.Run("ledger", "init");
        await desk.Run("apply");
        var shown = await desk.Run("ledger", "show");
        var whole = await desk.Run("ledger", "verify");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(made.Out, Does.Match("ledger_id: [0-9a-f]{32}"));
        Assert.That((again.ExitCode, again.Error), Is.EqualTo((1, again.Error)));
        Assert.That(shown.Out, Does.Contain("live").And.Contain("launch"));
        Assert.That((whole.ExitCode, whole.Out), Is.EqualTo((0, whole.Out)));
    }

    [Test]
    public async Task Ledger_Edited_IsRefusedWithFileAndLine()
    {
        await using var desk = await Desk.WithOnePost();
        await desk.Run("ledger", "init");
        await desk.Run("apply");
        var file = Directory.GetFiles(desk.Ledger, "*.jsonl").Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("launch", "lunch", StringComparison.Ordinal));

        var verify = await desk.Run("ledger", "verify");
        var apply = await desk.Run("apply");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((verify.ExitCode, apply.ExitCode), Is.EqualTo((1, 1)));
        Assert.That(apply.Error, Does.Contain(Path.GetFileName(file)).And.Contain("1"));
    }

    [TestCase("plna")]
    [TestCase("ledger", "inti")]
    [TestCase("validate", "--format", "xml")]
    [TestCase("apply", "--concurrency", "0")]
    public async Task CommandLine_Mistyped_IsAnsweredInOneSentence(params string[] args)
    {
        using var here = new TemporaryFolder();

        var run = await CliRun.In(here.Path, args);

        Snapshot.Match($"{run.Out}{run.Error}exit code {run.ExitCode}\n", $"{nameof(CommandLine_Mistyped_IsAnsweredInOneSentence)}-{string.Join('-', args)}");
    }

    [Test]
    public async Task Version_NamesTheZoneData()
    {
        using var here = new TemporaryFolder();

        Assert.That((await CliRun.In(here.Path, "--version")).Out, Does.Match(@"^galley \d+\.\d+\.\d+ \(time zones TZDB: 20\d\d\w"));
    }
}
