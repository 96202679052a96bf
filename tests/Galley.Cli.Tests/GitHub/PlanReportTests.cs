using Galley.Cli.Tests.Running;
using Galley.Testing.GitHub;
using Galley.Testing.Http;

namespace Galley.Cli.Tests.GitHub;

/// <summary>
/// A plan that goes through two jobs: the pull request's own, which may only read, and one of the default branch, which
/// writes.
/// </summary>
internal sealed class PlanReportTests : PlanJobs
{
    [Test]
    public async Task Report_OfAJobThatMayNotWrite_IsTheCommentThatItWouldHaveWritten()
    {
        await Fixture.Run("plan", "--github");
        var alone = GitHub.Comments.Single().Body;
        Open("main", "content/clients/northwind/posts/launch.md");

        var plan = await PlanJob();
        var written = await CommentJob();

        using var scope = Assert.EnterMultipleScope();
        Assert.That((plan.ExitCode, written.ExitCode), Is.EqualTo((0, 0)), written.Error);
        Assert.That(GitHub.Comments.Single().Body, Is.EqualTo(alone.Replace("/runs/77", "/runs/55")));
        Assert.That(GitHub.Comments.Single().Edits, Is.Zero.Or.EqualTo(1));
        Assert.That(
            GitHub.Statuses[^1],
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
        GitHub.Changed[7] = [("content/clients/northwind/posts/launch.md", "@@ -0,0 +1,9 @@")];
        Fixture.WritePost("launch", "scheduled_at: 15.06.2026 10:00");
        await PlanJob();

        await CommentJob();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            GitHub.LineComments.Single().Body,
            Does.Contain("```suggestion\nscheduled_at: 2026-06-15 10:00\n```\n")
        );
        Assert.That(
            GitHub.Comments.Single().Body,
            Does.Contain(
                "[Edit this file](<https://github.com/acme/content/edit/june/content/clients/northwind/posts/launch.md>)"
            )
        );
    }

    [Test]
    public async Task PlanJob_WithoutAToken_AsksGitHubNothing_AndSaysAllInItsSummary()
    {
        var plan = await PlanJob();

        Assert.That(GitHub.Requests, Is.Empty);
        Assert.That(plan.Error, Does.Not.Contain("GITHUB_TOKEN"));
        Assert.That(Job.Summary(Fixture), Does.StartWith("**Plan: 1 to send.**"));
    }

    [Test]
    public async Task Files_MoreThanGitHubLists_OrNotListed_AreSaid()
    {
        Open("main", [.. Enumerable.Range(0, 3_000).Select(i => $"clients/northwind/posts/{i}.md")]);
        await PlanJob();

        await CommentJob();
        var many = GitHub.Comments.Single().Body;
        GitHub.FailAlways("GET", "/pulls/7/files", Reply.Json(404, "{}"));
        await CommentJob();

        Assert.That(many, Does.Contain("This pull request changes more files than GitHub lists"));
        Assert.That(
            GitHub.Comments.Single().Body,
            Does.Contain("GitHub did not say which files this pull request changes")
        );
    }

    [Test]
    public async Task PlanJob_ThatEndsInAnError_ReportsIt()
    {
        Open("main");
        await File.WriteAllTextAsync(Path.Combine(Fixture.Ledger, "ledger.json"), "no JSON");

        var plan = await PlanJob();
        var run = await CommentJob();

        Assert.That((plan.ExitCode, run.ExitCode), Is.EqualTo((1, 0)), run.Error);
        Assert.That(
            GitHub.Comments.Single().Body,
            Does.StartWith("**Plan: stopped by an error.**").And.Contain("ledger")
        );
    }

    [Test]
    public async Task PlanJob_WithoutAReport_IsSaid()
    {
        Open("main");

        var run = await CommentJob();

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(GitHub.Comments.Single().Body, Does.Contain("ended without a report"));
    }

    [Test]
    public async Task PullRequest_ThatGotANewCommit_IsLeftToThatOne()
    {
        GitHub.OpenPullRequests.Add(new StoredPullRequest(7, new string('3', 40), "june", "acme", "main"));
        await PlanJob();

        await CommentJob();

        Assert.That(GitHub.Comments, Is.Empty);
        Assert.That(GitHub.Statuses.Single().Sha, Is.EqualTo(Head));
    }

    [Test]
    public async Task TwoPullRequests_OfOneCommit_GetNothing()
    {
        Open("main");
        GitHub.OpenPullRequests.Add(new StoredPullRequest(8, Head, "june", "acme", "mine"));
        await PlanJob();

        var run = await CommentJob();

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("#7").And.Contain("#8").And.Contain("have the same last commit"));
        Assert.That((GitHub.Comments.Count, GitHub.Statuses.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task PullRequest_ToABranchThatDoesNotPublish_IsToldSo_AndGetsNoStatus()
    {
        Open("release/1.0");
        await PlanJob();

        await CommentJob();

        Assert.That(
            GitHub.Comments.Single().Body,
            Does.Contain("`release/1.0`").And.Contain("`main`&#32;publishes. So its merge sends nothing")
        );
        Assert.That(GitHub.Statuses, Is.Empty);
    }

    [Test]
    public async Task Preview_ThatTheRunUploaded_IsLinkedByAStatus()
    {
        Open("main");
        GitHub.Artifacts["55"] = ["report.json", "preview.html"];
        await PlanJob();

        await CommentJob();

        var preview = GitHub.Statuses.Single(status => status.Context == "galley/preview");
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
            Fixture,
            "workflow_run",
            Ended.Replace("pull_request", "merge_group").Replace("june", "gh-readonly-queue/main/pr-7")
        );
        Fixture.Environment["GITHUB_TOKEN"] = "a-token";

        var run = await Fixture.Run("comment", "--report", Report);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That((GitHub.Comments.Count, GitHub.Statuses.Single().Sha), Is.EqualTo((0, Head)));
    }
}
