using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Galley.Testing.GitHub;
using Galley.Testing.Http;

namespace Galley.Cli.Tests.GitHub;

/// <summary>
/// A plan that goes through two jobs: the pull request's own, which may only read, and one of the default branch, which
/// writes.
/// </summary>
internal sealed class PlanReportTests
{
    private const string Head = "1111111111111111111111111111111111111111";
    private const string Evil =
        "@everyone [look](https://evil.example) <img src=x> ![x](https://evil.example/x.png) #1";

    private const string PullRequest = $$$"""
        {"repository":{"default_branch":"main"},"pull_request":{"number":7,"head":{"sha":"{{{Head}}}","repo":{"full_name":"acme/content"} },
        "base":{"ref":"main","sha":"{{{Job.Merge}}}","repo":{"full_name":"acme/content"} } } }
        """;

    private const string Ended = $$$"""
        {"repository":{"default_branch":"main"},"workflow_run":{"id":55,"event":"pull_request","head_sha":"{{{Head}}}","head_branch":"june",
        "head_repository":{"owner":{"login":"acme"} } } }
        """;

    private CliFixture _fixture = null!;
    private FakeGitHub _github = null!;

    private string Report => Path.Combine(Path.GetDirectoryName(_fixture.Content)!, "report.json");

    [SetUp]
    public async Task SetUp()
    {
        _fixture = await CliFixture.WithOnePost();
        _github = Job.On(_fixture, "pull_request", PullRequest);
        await _fixture.Run("ledger", "init");
    }

    [TearDown]
    public async Task CleanUp()
    {
        await _github.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    [Test]
    public async Task Report_OfAJobThatMayNotWrite_IsTheCommentThatItWouldHaveWritten()
    {
        await _fixture.Run("plan", "--github");
        var alone = _github.Comments.Single().Body;
        Open("main", "content/clients/northwind/posts/launch.md");

        var plan = await PlanJob();
        var written = await CommentJob();

        using var scope = Assert.EnterMultipleScope();
        Assert.That((plan.ExitCode, written.ExitCode), Is.EqualTo((0, 0)), written.Error);
        Assert.That(_github.Comments.Single().Body, Is.EqualTo(alone.Replace("/runs/77", "/runs/55")));
        Assert.That(_github.Comments.Single().Edits, Is.Zero.Or.EqualTo(1));
        Assert.That(
            _github.Statuses[^1],
            Is.EqualTo(
                new StoredStatus(
                    Head,
                    "success",
                    "galley/plan",
                    "Plan: 1 to send.",
                    "https://github.com/acme/content/actions/runs/55"
                )
            )
        );
    }

    [Test]
    public async Task Report_WithACorrection_BecomesASuggestionOnItsLine_AndALinkToTheAuthorsFile()
    {
        Open("main", "content/clients/northwind/posts/launch.md");
        _github.Changed[7] = [("content/clients/northwind/posts/launch.md", "@@ -0,0 +1,9 @@")];
        _fixture.WritePost("launch", "scheduled_at: 15.06.2026 10:00");
        await PlanJob();

        await CommentJob();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            _github.LineComments.Single().Body,
            Does.Contain("```suggestion\nscheduled_at: 2026-06-15 10:00\n```\n")
        );
        Assert.That(
            _github.Comments.Single().Body,
            Does.Contain(
                "[Edit this file](<https://github.com/acme/content/edit/june/content/clients/northwind/posts/launch.md>)"
            )
        );
    }

    [TestCase("/corrections/0/path", "../other/clients/x.yaml")]
    [TestCase("/corrections/0/path", ".github/workflows/plan.yml")]
    [TestCase("/plan/clients/0/actions/0/path", "a/../../b")]
    [TestCase("/texts/0/media/0/path", "../../../settings")]
    public async Task Report_WhosePathsLeadElsewhere_IsRefused(string pointer, string path)
    {
        Open("main", "content/clients/northwind/posts/launch.md");
        _fixture.WritePost("other", "scheduled_at: 15.06.2026 10:00");
        await PlanJob();
        var report = JsonNode.Parse(File.ReadAllText(Report))!;
        report["texts"]![0]!["media"] = new JsonArray(
            new JsonObject
            {
                ["name"] = "x",
                ["path"] = "x.png",
                ["is_picture"] = true,
            }
        );
        var at = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var node = at[..^1].Aggregate(report, (node, step) => int.TryParse(step, out var i) ? node[i]! : node[step]!);
        node[at[^1]] = path;
        File.WriteAllText(Report, report.ToJsonString());

        var run = await CommentJob();

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(_github.Comments.Single().Body, Does.Contain("The report is not of the form"));
        Assert.That(_github.LineComments, Is.Empty);
    }

    [Test]
    public async Task PlanJob_WithoutAToken_AsksGitHubNothing_AndSaysAllInItsSummary()
    {
        var plan = await PlanJob();

        Assert.That(_github.Requests, Is.Empty);
        Assert.That(plan.Error, Does.Not.Contain("GITHUB_TOKEN"));
        Assert.That(Job.Summary(_fixture), Does.StartWith("**Plan: 1 to send.**"));
    }

    /// <summary>GitHub says which files are changed, not the report.</summary>
    [Test]
    public async Task SteeringFiles_StandAboveEverything_WhateverTheReportSays()
    {
        Open(
            "main",
            "clients/northwind/posts/launch.md",
            "global.json",
            ".github/workflows/plan.yml",
            "sub/NuGet.Config"
        );
        await PlanJob();

        await CommentJob();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            _github.Comments.Single().Body,
            Does.StartWith(
                "> [!CAUTION]\n> **This pull request changes files that decide what programs do: "
                    + ".github/workflows/plan.yml, global.json, sub/NuGet.Config.** "
            )
        );
        Assert.That(
            _github.Statuses[^1].Description,
            Does.StartWith("Changes .github/workflows/plan.yml, global.json")
        );
    }

    [Test]
    public async Task Files_MoreThanGitHubLists_OrNotListed_AreSaid()
    {
        Open("main", [.. Enumerable.Range(0, 3_000).Select(i => $"clients/northwind/posts/{i}.md")]);
        await PlanJob();

        await CommentJob();
        var many = _github.Comments.Single().Body;
        _github.FailAlways("GET", "/pulls/7/files", Reply.Json(404, "{}"));
        await CommentJob();

        Assert.That(many, Does.Contain("This pull request changes more files than GitHub lists"));
        Assert.That(
            _github.Comments.Single().Body,
            Does.Contain("GitHub did not say which files this pull request changes")
        );
    }

    /// <summary>Every text of the report, one after the other, is what an attacker would write there.</summary>
    [Test]
    public async Task Report_ThatWasForged_IsRefused_OrWrittenAsText()
    {
        Open("main");
        _fixture.WritePost("broken", "scheduled_at: 2026-02-30 10:00");
        await PlanJob();
        var whole = await File.ReadAllTextAsync(Report);
        var places = Texts(JsonNode.Parse(whole)!).Count;
        Assert.That(places, Is.GreaterThan(20));

        for (var place = 0; place < places; place++)
        {
            var forged = JsonNode.Parse(whole)!;
            var text = Texts(forged)[place];
            text.ReplaceWith(JsonValue.Create(Evil));
            await File.WriteAllTextAsync(Report, forged.ToJsonString());

            var run = await CommentJob();

            var body = _github.Comments.Single().Body;
            Assert.That(run.ExitCode, Is.EqualTo(0).Or.EqualTo(1), run.Error);
            Assert.That(
                body,
                Does.Not.Contain("@everyone")
                    .And.Not.Contain("](https://evil")
                    .And.Not.Contain("<img")
                    .And.Not.Contain(" #1"),
                $"place {place}: {text.GetPath()}"
            );
        }
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("""{"version":1}""")]
    [TestCase(
        """{"version":1,"plan":null,"error":null,"texts":[],"has_base":false,"settings_changed":[]"""
            + ""","notices":[],"prefix":"","min_lead_seconds":600}"""
    )]
    [TestCase(
        """{"version":1,"plan":null,"error":"x","texts":[],"has_base":false,"settings_changed":[null]"""
            + ""","notices":[],"prefix":"","min_lead_seconds":600}"""
    )]
    [TestCase(
        """{"version":1,"plan":null,"error":"x","texts":[],"has_base":false,"settings_changed":[],"notices":[]"""
            + ""","prefix":"../../other/","min_lead_seconds":600}"""
    )]
    public async Task Report_OfAnotherForm_IsNotShown(string json)
    {
        Open("main");
        await File.WriteAllTextAsync(Report, json);

        var run = await CommentJob();

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(
            _github.Comments.Single().Body,
            Does.StartWith("**Plan: stopped by an error.**").And.Contain("The report is not of the form")
        );
        Assert.That(_github.Statuses[^1].State, Is.EqualTo("error"));
    }

    [Test]
    public async Task PlanJob_ThatEndsInAnError_ReportsIt()
    {
        Open("main");
        await File.WriteAllTextAsync(Path.Combine(_fixture.Ledger, "ledger.json"), "no JSON");

        var plan = await PlanJob();
        var run = await CommentJob();

        Assert.That((plan.ExitCode, run.ExitCode), Is.EqualTo((1, 0)), run.Error);
        Assert.That(
            _github.Comments.Single().Body,
            Does.StartWith("**Plan: stopped by an error.**").And.Contain("ledger")
        );
    }

    [Test]
    public async Task PlanJob_WithoutAReport_IsSaid()
    {
        Open("main");

        var run = await CommentJob();

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(_github.Comments.Single().Body, Does.Contain("ended without a report"));
    }

    [Test]
    public async Task PullRequest_ThatGotANewCommit_IsLeftToThatOne()
    {
        _github.OpenPullRequests.Add(new StoredPullRequest(7, new string('3', 40), "june", "acme", "main"));
        await PlanJob();

        await CommentJob();

        Assert.That(_github.Comments, Is.Empty);
        Assert.That(_github.Statuses.Single().Sha, Is.EqualTo(Head));
    }

    [Test]
    public async Task TwoPullRequests_OfOneCommit_GetNothing()
    {
        Open("main");
        _github.OpenPullRequests.Add(new StoredPullRequest(8, Head, "june", "acme", "mine"));
        await PlanJob();

        var run = await CommentJob();

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("#7").And.Contain("#8").And.Contain("have the same last commit"));
        Assert.That((_github.Comments.Count, _github.Statuses.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task PullRequest_ToABranchThatDoesNotPublish_IsToldSo_AndGetsNoStatus()
    {
        Open("release/1.0");
        await PlanJob();

        await CommentJob();

        Assert.That(
            _github.Comments.Single().Body,
            Does.Contain("`release/1.0`").And.Contain("`main`&#32;publishes. So its merge sends nothing")
        );
        Assert.That(_github.Statuses, Is.Empty);
    }

    [Test]
    public async Task Preview_ThatTheRunUploaded_IsLinkedByAStatus()
    {
        Open("main");
        _github.Artifacts["55"] = ["report.json", "preview.html"];
        await PlanJob();

        await CommentJob();

        var preview = _github.Statuses.Single(status => status.Context == "galley/preview");
        Assert.That(
            (preview.Sha, preview.State, preview.TargetUrl),
            Is.EqualTo((Head, "success", "https://github.com/acme/content/actions/runs/55/artifacts/9001"))
        );
    }

    [Test]
    public async Task MergeQueue_GetsItsStatus()
    {
        await PlanJob();
        Job.Next(
            _fixture,
            "workflow_run",
            Ended.Replace("pull_request", "merge_group").Replace("june", "gh-readonly-queue/main/pr-7")
        );
        _fixture.Environment["GITHUB_TOKEN"] = "a-token";

        var run = await _fixture.Run("comment", "--report", Report);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That((_github.Comments.Count, _github.Statuses.Single().Sha), Is.EqualTo((0, Head)));
    }

    private void Open(string @base, params string[] files) =>
        _github.OpenPullRequests.Add(new StoredPullRequest(7, Head, "june", "acme", @base) { Files = files });

    private Task<CliRun> PlanJob()
    {
        Job.Next(_fixture, "pull_request", PullRequest);
        _fixture.Environment.Remove("GITHUB_TOKEN");
        return _fixture.Run("plan", "--github", "--report-to", Report);
    }

    private Task<CliRun> CommentJob()
    {
        Job.Next(_fixture, "workflow_run", Ended);
        _fixture.Environment["GITHUB_TOKEN"] = "a-token";
        return _fixture.Run("comment", "--report", Report);
    }

    private static List<JsonValue> Texts(JsonNode node) =>
        node switch
        {
            JsonObject some => [.. some.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Texts)],
            JsonArray list => [.. list.OfType<JsonNode>().SelectMany(Texts)],
            JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [value],
            _ => [],
        };
}
