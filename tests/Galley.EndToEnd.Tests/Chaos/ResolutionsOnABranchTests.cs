using System.Text.Json.Nodes;
using Galley.Sandbox.Faults;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>What people say goes into a ledger on a branch as into a folder's, from whatever clone they say it in.</summary>
internal sealed class ResolutionsOnABranchTests
{
    private const string Posts = "clients/northwind/posts";
    private ChaosFixture _fixture = null!;

    [SetUp]
    public async Task Open()
    {
        _fixture = await ChaosFixture.Open(Store.Branch, CrashContent.Accounts);
        _fixture.Write(CrashContent.Files);
    }

    [TearDown]
    public async Task Close() => await _fixture.DisposeAsync();

    [Test]
    public async Task Doubt_IsSettled_OnceItIsInFlightNoMore()
    {
        _fixture.Sandbox.Faults = FaultPlan.Parse("create-post#1:500-after-store");
        Assert.That((await Recovery.Cli(_fixture, "apply")).ExitCode, Is.EqualTo((int)ExitCode.PersonNeeded));
        var doubt = (await LedgerAudit.Open(_fixture)).Doubts.Single();
        string[] word = ["sent", "post", $"northwind/{doubt.Object.Key}", doubt.Id!];

        var early = await Recovery.Cli(_fixture, word);
        _fixture.LetFlightsEnd();
        var said = await Recovery.Cli(_fixture, word);

        Assert.That(early.Error, Does.Contain("is sending post northwind/").And.Contain("in ten minutes"));
        Assert.That(said.ExitCode, Is.Zero, said.Error);
        Assert.That(Log()[0], Does.StartWith($"northwind: post {doubt.Object.Key} was sent as "));
        await Recovery.CheckDone(_fixture);
    }

    [Test]
    public async Task HandWork_IsSaidDoneAndForgotten()
    {
        Assert.That((await Recovery.Cli(_fixture, "apply")).ExitCode, Is.Zero);
        _fixture.Write(
            new Dictionary<string, object>
            {
                [$"{Posts}/plain.md"] = "---\nstatus: scheduled\nscheduled_at: 2026-06-17 11:00\n---\nWords alone.\n",
            }
        );
        _fixture.Delete($"{Posts}/with-guide.md");
        _fixture.Delete($"{Posts}/with-chart.md");

        await Taken("done", "post", "northwind/plain", await CodeOf("plain"));
        await Taken("done", "post", "northwind/with-guide", await CodeOf("with-guide"));
        await Taken("forget", "post", "northwind/with-chart");

        Assert.That((await Recovery.Cli(_fixture, "plan", "--detailed-exitcode")).ExitCode, Is.Zero);
        Assert.That(Log()[0], Is.EqualTo("northwind: post with-chart was retired"));
    }

    private async Task Taken(params string[] word)
    {
        var said = await Recovery.Cli(_fixture, word);
        Assert.That(said.ExitCode, Is.Zero, said.Error);
    }

    private async Task<string> CodeOf(string key)
    {
        var plan = (await Recovery.Cli(_fixture, "plan", "--format", "json")).Json;
        var action = plan["clients"]![0]!["actions"]!.AsArray().Single(found => Text(found!, "key") == key)!;
        return Text(action, "code");
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private string[] Log() => new GitClone(_fixture.Remote).Git("log", "--format=%s", "galley-ledger").Split('\n');
}
