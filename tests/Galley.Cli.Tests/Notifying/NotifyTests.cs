using System.Text.Json.Nodes;
using Galley.Cli.Notifying;
using Galley.Cli.Tests.Running;
using Galley.Sandbox.Faults;
using Galley.Testing.Http;

namespace Galley.Cli.Tests.Notifying;

/// <summary><c>notify_url</c>: a channel is told of results and problems, and nothing that happens there changes a run.</summary>
internal sealed class NotifyTests
{
    private const string Variable = "TEAM_CHANNEL";

    [Test]
    public async Task Apply_ThatSends_TellsItsResultOnce_AndTheNextOneNothing()
    {
        await using var channel = LoopbackServer.Answering(Reply.Json(200, "ok"));
        await using var fixture = await Telling(channel.Url);

        var first = await fixture.Run("apply");
        var second = await fixture.Run("apply");

        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((0, 0)), first.Error + second.Error);
        var told = Json(channel.Requests.Single());
        using var scope = Assert.EnterMultipleScope();
        Assert.That((string?)told["event"], Is.EqualTo("result"));
        Assert.That(
            (string?)told["text"],
            Does.StartWith("Galley: Apply: 1 created.\n• post northwind/launch: ").And.Not.Contain("<")
        );
        Assert.That(channel.Requests.Single().Header("Content-Type"), Does.StartWith("application/json"));
    }

    [Test]
    public async Task Refresh_TellsEachProblem_WithWhatToDo()
    {
        await using var channel = LoopbackServer.Answering(Reply.Json(200, "ok"));
        await using var fixture = await Telling(channel.Url);
        fixture.Sandbox.Faults = FaultPlan.Parse("creates:504");
        await fixture.Run("apply");

        var run = await fixture.Run("refresh");

        Assert.That(run.ExitCode, Is.EqualTo(4), run.Error);
        Assert.That(
            channel.Requests.Select(request => (string?)Json(request)["event"]),
            Is.EqualTo(["result", "problem"])
        );
        var told = Json(channel.Requests[1]);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            ((string?)told["client"], (string?)told["object"], (string?)told["problem"]),
            Is.EqualTo(("northwind", "post northwind/launch", "in-doubt"))
        );
        Assert.That(
            (string?)told["text"],
            Does.StartWith("Galley needs you. post northwind/launch: ")
                .And.Contain("`galley not-sent post northwind/launch`")
        );
    }

    [Test]
    public async Task InAJob_AProblemIsToldOnce_WhateverRunsCome_WithTheJobsPage()
    {
        await using var channel = LoopbackServer.Answering(Reply.Json(200, "ok"));
        await using var fixture = await Telling(channel.Url);
        await using var github = Job.On(fixture, "schedule", "{}");
        fixture.Sandbox.Faults = FaultPlan.Parse("creates:504");

        await fixture.Run("apply", "--github");
        await fixture.Run("apply", "--github");
        await fixture.Run("refresh", "--github");

        Assert.That(
            channel.Requests.Select(request => (string?)Json(request)["event"]).Order(),
            Is.EqualTo(["problem", "result"])
        );
        Assert.That((string?)Json(channel.Requests[0])["url"], Does.EndWith("/actions/runs/77"));
    }

    [Test]
    public async Task AnErrorThatEndsTheRun_IsTold()
    {
        await using var channel = LoopbackServer.Answering(Reply.Json(200, "ok"));
        await using var fixture = await Telling(channel.Url);
        fixture.Environment["LEADPANTHER_API_KEY"] = "lp_live_not_a_key";

        var run = await fixture.Run("apply");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            (string?)Json(channel.Requests.Single())["text"],
            Does.Contain("401").And.Not.Contain("lp_live_not_a_key")
        );
    }

    [TestCase(404, "it answered 404")]
    [TestCase(429, "it answered 429")]
    [TestCase(302, "it answered 302")]
    public async Task AnAddressThatRefuses_ChangesNothing_AndIsAskedOnce(int status, string why)
    {
        await using var channel = LoopbackServer.Answering(Reply.Json(status, "no"));
        await using var fixture = await Telling(channel.Url);
        fixture.WritePost("second", "scheduled_at: 2026-06-16 10:00");
        fixture.Sandbox.Faults = FaultPlan.Parse("creates:504");
        await fixture.Run("apply");

        var run = await fixture.Run("refresh");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(channel.Requests, Has.Count.EqualTo(2), "one for each run");
        SaysOnlyThis(run, $"galley: notify_url was not told: {why}. This does not change the result.");
    }

    [Test]
    public async Task AnAddressThatNobodyAnswers_ChangesNothing_AndStandsInNoOutput()
    {
        await using var fixture = await Telling(LoopbackServer.UrlOfNobody());

        var run = await fixture.Run("apply");

        Assert.That(run.ExitCode, Is.Zero);
        SaysOnlyThis(run, "galley: notify_url was not told: it could not be reached. This does not change the result.");
    }

    [TestCase("http://hooks.example.com/SECRET")]
    [TestCase("https://user:SECRET@hooks.example.com/")]
    [TestCase("SECRET")]
    public async Task AnAddressThatIsNotSafe_IsNotUsed_AndNotShown(string address)
    {
        await using var fixture = await Telling(address);

        var run = await fixture.Run("apply");

        Assert.That(run.ExitCode, Is.Zero);
        SaysOnlyThis(
            run,
            $"galley: notify_url was not told: {Variable} does not hold an address that begins with https://. "
                + "This does not change the result."
        );
    }

    [Test]
    public async Task AVariableThatIsNotSet_IsSaid_OnlyWhenThereIsSomethingToTell()
    {
        await using var fixture = await Telling("");

        var first = await fixture.Run("apply");
        var second = await fixture.Run("apply");

        Assert.That(first.Error, Does.Contain($"the environment variable {Variable} is not set"));
        Assert.That(second.Error, Does.Not.Contain("notify_url"));
    }

    [Test]
    public async Task AnAddressInTheFile_IsAnErrorThatDoesNotRepeatIt()
    {
        await using var fixture = await Telling("");
        fixture.Write("galley.yaml", "notify_url: https://hooks.slack.com/services/SECRET\n");

        var text = await fixture.Run("validate");
        var json = await fixture.Run("validate", "--format", "json");

        Assert.That((text.ExitCode, json.ExitCode), Is.EqualTo((3, 3)));
        Assert.That(text.Out + text.Error, Does.Contain("the name of an environment variable"));
        Assert.That(text.Out + text.Error + json.Out + json.Error, Does.Not.Contain("SECRET"));
    }

    [Test]
    public async Task ManyProblems_AreToldInAFewMessages_ThatMentionNobody()
    {
        await using var channel = LoopbackServer.Answering(Reply.Json(200, "ok"));
        await using var fixture = await Telling(channel.Url);
        for (var post = 0; post < 30; post++)
        {
            fixture.WritePost($"p{post}", $"scheduled_at: 2026-06-01 {post / 2 + 8:00}:{post % 2 * 30:00}");
        }

        await fixture.Run("refresh");

        Assert.That(channel.Requests, Has.Count.EqualTo(20));
        Assert.That(
            (string?)Json(channel.Requests[^1])["text"],
            Is.EqualTo("Galley: 11 more need you. `galley plan` lists them.")
        );
    }

    [TestCase("https://prod-1.westeurope.logic.azure.com:443/workflows/x", true)]
    [TestCase("https://default1.environment.api.powerplatform.com/x", true)]
    [TestCase("https://hooks.slack.com/services/x", false)]
    [TestCase("https://logic.azure.com.example.com/x", false)]
    public void Address_OfTeams_IsKnownByItsHost(string address, bool isTeams) =>
        Assert.That(NotifyAddress.TryParse(address)!.IsTeams, Is.EqualTo(isTeams));

    private static async Task<CliFixture> Telling(string address)
    {
        var fixture = await CliFixture.WithOnePost();
        fixture.Write("galley.yaml", $"notify_url: {Variable}\n");
        fixture.Environment[Variable] = address;
        await fixture.Run("ledger", "init");
        return fixture;
    }

    private static JsonNode Json(ReceivedRequest request) => JsonNode.Parse(request.Body.AsSpan())!;

    private static void SaysOnlyThis(CliRun run, string sentence)
    {
        var lines = run.Error.Split('\n').Where(line => line.Contains("notify_url", StringComparison.Ordinal)).ToList();
        Assert.That(lines, Is.EqualTo([sentence]));
        Assert.That(run.Out + run.Error, Does.Not.Contain("SECRET").And.Not.Contain("127.0.0.1:"));
    }
}
