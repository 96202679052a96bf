using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.Cli.Tests.Commands;

/// <summary>What a run saw in LeadPanther, and what later plans without an API key make of it (live/&lt;id&gt;.json).</summary>
internal sealed class SeenEarlierTests
{
    private const string Morning = "2026-06-09T06:00:00Z";
    private const string Noon = "2026-06-09T12:00:00Z";
    private const string File = "clients/northwind/posts/launch.md";
    private CliFixture _fixture = null!;

    [SetUp]
    public async Task SendOnePost()
    {
        _fixture = await CliFixture.WithABranch();
        await Run("ledger", "init");
        Git("add", ".");
        Git("commit", "--quiet", "-m", "One post");
        await Run("apply");
    }

    [TearDown]
    public async Task CleanUp() => await _fixture.DisposeAsync();

    [Test]
    public async Task SomebodysEdit_IsInThePlanWithoutAKey_AsItWasSeen()
    {
        EditInLeadPanther("Better words.");
        await RefreshInTheMorning();

        var plan = await WithoutAKey("plan", "--detailed-exitcode");

        Assert.That(plan.ExitCode, Is.EqualTo(4), plan.Error);
        Assert.That(
            plan.Out,
            Does.Contain("Differs in LeadPanther. Changed there: body, as seen today 02:00")
                .And.Contain("Better words.")
                .And.Match("galley overwrite post northwind/launch [0-9A-Z]{4}")
        );
        var action = (await WithoutAKey("plan", "--format", "json")).Json["clients"]![0]!["actions"]![0]!;
        Assert.That(action["seen_at"]!.ToString(), Does.StartWith("2026-06-09T06:00:"));
    }

    /// <summary>Two machines, of which one's clock is behind.</summary>
    [Test]
    public async Task Look_OfAMachineWhoseClockIsBehind_CountsAsLaterThanWhatItCameAfter()
    {
        EditInLeadPanther("Better words.");
        _fixture.At = "2026-06-08T08:59:30Z";

        await Run("refresh");

        Assert.That((await WithoutAKey("plan")).Out, Does.Contain("1 different in LeadPanther"));
    }

    [Test]
    public async Task Deletion_IsInThePlanWithoutAKey_AsItWasSeen()
    {
        _fixture.At = Morning;
        await Run("refresh");
        _fixture.Sandbox.Manual.DeletePost(_fixture.Sandbox.Posts.Single().Id);
        _fixture.At = "2026-06-09T07:00:00Z";
        await Run("refresh");

        var plan = await WithoutAKey("plan");

        Assert.That(plan.Out, Does.Contain("No longer in LeadPanther, as seen today 03:00"));
    }

    [Test]
    public async Task Refresh_ThatSeesNothingNew_WritesNothing()
    {
        await RefreshInTheMorning();
        var before = Git("rev-parse", "origin/galley-ledger");
        _fixture.At = Noon;

        await Run("refresh");
        await Run("apply");
        await Run("plan", "--refresh");

        Git("fetch", "--quiet");
        Assert.That(Git("rev-parse", "origin/galley-ledger"), Is.EqualTo(before));
    }

    [Test]
    public async Task Apply_KeepsWhatItsLookSaw()
    {
        _fixture.WritePost("second", "scheduled_at: 2026-06-16 10:00");
        EditInLeadPanther("Better words.");
        _fixture.At = Morning;
        await Run("apply");

        Assert.That((await WithoutAKey("plan")).Out, Does.Contain("1 different in LeadPanther"));
    }

    [Test]
    public async Task Change_ThatWasSetBackSince_IsNoMoreInThePlan_OnceAnApplyLooked()
    {
        EditInLeadPanther("Better words.");
        await RefreshInTheMorning();
        EditInLeadPanther("The words of launch.");

        var apply = await Run("apply", "--format", "json");

        Assert.That(apply.ExitCode, Is.Zero, apply.Error);
        Assert.That((await WithoutAKey("plan", "--detailed-exitcode")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Pull_BringsItIntoTheFile_AndThenThePlanFindsNothingToSend()
    {
        EditInLeadPanther("Better words.");
        _fixture.At = Morning;

        var pull = await Run("pull", "post", "northwind/launch");

        Assert.That(pull.ExitCode, Is.Zero, pull.Error);
        Assert.That(Text(File), Does.Contain("Better words."));
        Git("commit", "--quiet", "--all", "-m", "Take LeadPanther's words");
        foreach (string[] words in new[] { ["plan"], new[] { "plan", "--refresh" } })
        {
            var plan = await Run([.. words, "--detailed-exitcode"]);
            Assert.That((plan.ExitCode, plan.Out), Is.EqualTo((0, plan.Out)), plan.Error);
            Assert.That(plan.Out, Does.Contain("Plan: 1 in LeadPanther (scheduled)."));
        }

        Assert.That((await WithoutAKey("plan", "--detailed-exitcode")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Pull_AndTheNextApply_SendsNothing_AndTheNextEditIsNoDrift()
    {
        EditInLeadPanther("Better words.");
        _fixture.At = Morning;
        await Run("pull", "post", "northwind/launch");

        var apply = await Run("apply", "--format", "json");
        _fixture.WritePost("launch", body: "Words of the file's own.");
        var plan = await Run("plan", "--refresh", "--format", "json");
        var next = await Run("apply");

        Assert.That(apply.ExitCode, Is.Zero, apply.Error);
        Assert.That(
            apply.Json["done"]!.AsArray().Select(done => done!["sentence"]!.ToString()),
            Is.EqualTo(new[] { "LeadPanther shows it as the file says already, so nothing was sent." })
        );
        Assert.That(plan.Json["totals"]!["update"]!.GetValue<int>(), Is.EqualTo(1), plan.Out);
        Assert.That(next.ExitCode, Is.Zero, next.Error);
        Assert.That(_fixture.Sandbox.Posts.Single().Text, Is.EqualTo("Words of the file's own."));
        Assert.That(_fixture.Sandbox.Requests.Count(request => request.Method == "PATCH"), Is.EqualTo(1));
    }

    [Test]
    public async Task Pull_IntoAFileThatIsNotCommitted_IsRefused()
    {
        EditInLeadPanther("Better words.");
        _fixture.WritePost("launch", body: "Words in progress.");
        _fixture.At = Morning;

        var pull = await Run("pull", "post", "northwind/launch");

        Assert.That(pull.ExitCode, Is.EqualTo(1));
        Assert.That(pull.Error, Does.Contain($"{File} has changes that are not committed."));
        Assert.That(Text(File), Does.Contain("Words in progress."));
    }

    [Test]
    public async Task Pull_DryRun_WritesNeitherFileNorLedger()
    {
        EditInLeadPanther("Better words.");
        var before = Git("rev-parse", "origin/galley-ledger");

        await Run("pull", "post", "northwind/launch", "--dry-run");

        Git("fetch", "--quiet");
        Assert.That(Text(File), Does.Contain("The words of launch."));
        Assert.That(Git("rev-parse", "origin/galley-ledger"), Is.EqualTo(before));
    }

    private async Task RefreshInTheMorning()
    {
        _fixture.At = Morning;
        await Run("refresh");
        _fixture.At = Noon;
    }

    private void EditInLeadPanther(string text) =>
        _fixture.Sandbox.Manual.EditPost(_fixture.Sandbox.Posts.First().Id, new JsonObject { ["text"] = text });

    private Task<CliRun> Run(params string[] args) => _fixture.Run(args);

    private Task<CliRun> WithoutAKey(params string[] args)
    {
        var environment = new Dictionary<string, string>(_fixture.Environment);
        environment.Remove("LEADPANTHER_API_KEY");
        return CliRun.In(
            _fixture.Content,
            environment,
            [.. args, "--ledger", _fixture.LedgerUri, "--now", _fixture.At]
        );
    }

    private string Text(string file) => System.IO.File.ReadAllText(Path.Combine(_fixture.Content, file));

    private string Git(params string[] args) =>
        new GitClone(_fixture.Content).Git(["-c", "user.name=Test", "-c", "user.email=test@localhost", .. args]);
}
