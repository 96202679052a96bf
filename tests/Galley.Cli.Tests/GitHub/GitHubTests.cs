using Galley.Cli.Tests.Running;
using Galley.Testing.Http;

namespace Galley.Cli.Tests.GitHub;

/// <summary>What a job says on the pull request, and that saying it never changes what it does.</summary>
internal sealed class GitHubTests
{
    private const string Head = "1111111111111111111111111111111111111111";
    private const string Merge = Job.Merge;

    private const string PullRequest = $$$"""
        {"pull_request":{"number":7,"head":{"sha":"{{{Head}}}","repo":{"full_name":"acme/content"} },
        "base":{"sha":"{{{Merge}}}","repo":{"full_name":"acme/content"} } } }
        """;

    [Test]
    public async Task Plan_OnAPullRequest_IsOneCommentAndAStatus()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "pull_request", PullRequest);
        await fixture.Run("ledger", "init");
        var alone = await fixture.Run("plan");

        await fixture.Run("plan", "--github");
        fixture.WritePost("launch", body: "Second *words*, @octocat.");
        var run = await fixture.Run("plan", "--github");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, run.Out.Split('\n')[^2]), Is.EqualTo((0, alone.Out.Split('\n')[^2])));
        Assert.That(github.Comments, Has.Count.EqualTo(1));
        Assert.That(
            github.Comments[0].Body,
            Does.StartWith("**Plan: 1 to send.**")
                .And.Contain("> Second words, &#64;\u2060octocat.")
                .And.Contain("| Mon\u00a015\u00a0Jun\u00a010:00<br>Mon\u00a015\u00a0Jun\u00a014:00\u00a0UTC |")
        );
        Assert.That(
            github.Statuses.Select(status => (status.Sha, status.Context, status.State, status.Description)).Distinct(),
            Is.EqualTo(new[] { (Head, "galley/plan", "success", "Plan: 1 to send.") })
        );
        Assert.That(File.ReadAllText(fixture.Environment["GITHUB_STEP_SUMMARY"]), Does.Contain("[northwind/launch](<"));
    }

    [Test]
    public async Task Plan_WithAProblem_MarksItsLineInTheRepository()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "pull_request", PullRequest);
        fixture.WritePost("launch", "scheduled_at: 2026-02-30 10:00");

        var run = await fixture.Run("plan", "--github");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.ContentInvalid));
        Assert.That(run.Error, Does.Contain("\n::error file=content/clients/northwind/posts/launch.md,line=3,col="));
        Assert.That(
            github.Comments[0].Body,
            Does.Contain(
                $"](<https://github.com/acme/content/blob/{Head}/content/clients/northwind/posts/launch.md#L3>)"
            )
        );
        Assert.That(github.Statuses.Single().State, Is.EqualTo("failure"));
    }

    [Test]
    public async Task Plan_WithACertainCorrection_SuggestsItOnItsLine()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "pull_request", PullRequest);
        github.Changed[7] = [("content/clients/northwind/posts/launch.md", "@@ -0,0 +1,9 @@")];
        fixture.WritePost("launch", "scheduled_at: 15.06.2026 10:00");

        await fixture.Run("plan", "--github");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            github.LineComments.Single().Body,
            Does.Contain("```suggestion\nscheduled_at: 2026-06-15 10:00\n```\n")
        );
        Assert.That(github.Comments[0].Body, Does.Contain("```yaml\nscheduled_at: 2026-06-15 10:00\n```\n"));
    }

    [Test]
    public async Task Apply_OfAMergeThatChangedSomePosts_ShowsThoseAndCountsTheOthers()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "push", "{}");
        github.MergedFrom[Merge] = 12;
        github.Changed[12] = [("content/clients/northwind/posts/launch.md", "")];
        fixture.WritePost("other", "scheduled_at: 2026-06-16 10:00");
        await fixture.Run("ledger", "init");

        await fixture.Run("apply", "--github");

        Assert.That(
            github.Comments.Single().Body,
            Does.StartWith("**Apply: 1 created.**")
                .And.Contain("/content/clients/northwind/posts/launch.md>)")
                .And.Contain("Other posts in this run: 1 created.")
                .And.Not.Contain("other.md")
        );
    }

    [Test]
    public async Task Plan_OfAFork_SaysAllInTheSummaryAndEndsTheSame()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "pull_request", PullRequest);
        github.IsReadOnly = true;

        var run = await fixture.Run("plan", "--github");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(
            run.Error,
            Does.Contain(
                "galley: GitHub does not let this job's token write the comment. The job summary has everything."
            )
        );
        Assert.That(
            File.ReadAllText(fixture.Environment["GITHUB_STEP_SUMMARY"]),
            Does.StartWith("**Plan: 1 to send.**")
        );
    }

    [Test]
    public async Task Apply_OfAMerge_ReportsOnItsPullRequest_AndALaterOneLeavesThat()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "push", "{}");
        github.MergedFrom[Merge] = 12;
        await fixture.Run("ledger", "init");

        var run = await fixture.Run("apply", "--github");
        await fixture.Run("apply", "--github");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, fixture.CreatesReceived), Is.EqualTo((0, 1)));
        Assert.That(github.Comments.Single().Thread, Is.EqualTo(12));
        Assert.That(
            github.Comments.Single().Body,
            Does.StartWith("**Apply: 1 created.**")
                .And.Contain("- Northwind Traders, [**")
                .And.Contain("Mon 15 Jun 10:00 New York (Mon 15 Jun 14:00 UTC)")
        );
        Assert.That(
            github.Statuses.Select(status => (status.Sha, status.Context, status.State)),
            Is.EqualTo(Enumerable.Repeat((Merge, "galley/apply", "success"), 2))
        );
    }

    [Test]
    public async Task Plan_ThatEndsInAnError_ReplacesTheLastCommentByIt()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "pull_request", PullRequest);
        await fixture.Run("ledger", "init");
        await fixture.Run("plan", "--github");
        File.WriteAllText(Path.Combine(fixture.Ledger, "ledger.json"), "no JSON");
        File.Delete(fixture.Environment["GITHUB_STEP_SUMMARY"]);

        var alone = await fixture.Run("plan");
        var run = await fixture.Run("plan", "--github");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((alone.ExitCode, alone.Error)));
        Assert.That(
            github.Comments.Single().Body,
            Does.StartWith("**Plan: stopped by an error.**")
                .And.Contain("ledger")
                .And.Contain(Head)
                .And.EndsWith("<!-- galley:plan -->\n")
        );
        Assert.That((github.Statuses[^1].State, github.Statuses[^1].Context), Is.EqualTo(("error", "galley/plan")));
        Assert.That(Job.Summary(fixture), Does.StartWith("**Plan: stopped by an error.**"));
    }

    [Test]
    public async Task Apply_ThatEndsInAnErrorAfterAMerge_SaysSoOnItsPullRequest()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "push", "{}");
        github.MergedFrom[Merge] = 12;

        var run = await fixture.Run("apply", "--github");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(
            github.Comments.Single().Body,
            Does.StartWith("**Apply: stopped by an error.**").And.Contain(Merge)
        );
        Assert.That(github.Statuses.Single().State, Is.EqualTo("error"));
    }

    [Test]
    public async Task Apply_OfPostsOfSeveralMerges_ReportsEachOnItsOwn_AndKeepsWhatEarlierRunsReported()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "push", "{}");
        github.MergedFrom[Merge] = 12;
        github.LastCommits["content/clients/northwind/posts/other.md"] = (Head, "Another (#11)");
        github.LastCommits["content/clients/northwind/posts/later.md"] = (Head, "Another (#11)");
        github.Merged.Add(11);
        await fixture.Run("ledger", "init");
        fixture.WritePost("other", "scheduled_at: 2026-06-16 10:00");

        var first = await fixture.Run("apply", "--github");
        Assert.That(first.ExitCode, Is.Zero, first.Out + first.Error);
        fixture.WritePost("later", "scheduled_at: 2026-06-17 10:00");
        fixture.Environment["GITHUB_RUN_ID"] = "78";
        Job.Next(fixture, "schedule", "{}");
        await fixture.Run("apply", "--github");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            github.Comments.Select(comment => (comment.Thread, comment.Body.Split('\n')[0])),
            Is.EqualTo(
                new[] { (11, "**Apply: 1 created.**"), (12, "**Apply: 2 created.**"), (11, "**Apply: 1 created.**") }
            )
        );
        Assert.That(github.Comments[0].Body, Does.Contain("other").And.Contain($"For commit {Merge}."));
        Assert.That(github.Comments[2].Body, Does.Contain("later"));
        Assert.That(github.Comments.Select(comment => comment.Edits), Is.All.Zero);
    }

    [Test]
    public async Task Apply_RefusedByALimit_SaysSoOnThePullRequest()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "push", "{}");
        github.MergedFrom[Merge] = 12;
        await fixture.Run("ledger", "init");

        var run = await fixture.Run("apply", "--github", "--allow-creates", "0");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, fixture.CreatesReceived), Is.EqualTo(((int)ExitCode.Refused, 0)));
        Assert.That(
            github.Comments.Single().Body,
            Does.StartWith("**Apply: refused, nothing was sent.**").And.Contain("allow-creates 1")
        );
        Assert.That(github.Statuses.Single().State, Is.EqualTo("error"));
    }

    [Test]
    public async Task Apply_BrokenOffAfterASend_SaysSoOnThePullRequest_AndCallsItNoRefusal()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "push", "{}");
        github.MergedFrom[Merge] = 12;
        await fixture.Run("ledger", "init");

        var run = await CliRun.WithALogThatBreaks(
            "post northwind/launch",
            fixture.Content,
            fixture.Environment,
            ["apply", "--github", "--ledger", fixture.LedgerUri, "--now", fixture.At]
        );

        using var scope = Assert.EnterMultipleScope();
        Assert.That((run.ExitCode, fixture.CreatesReceived), Is.EqualTo(((int)ExitCode.Error, 1)));
        Assert.That(
            github.Comments.Single().Body,
            Does.StartWith("**Apply: 1 created.**")
                .And.Contain(
                    "> The run stopped: Broken pipe. The run broke off there; what was sent stands in the ledger"
                )
        );
        Assert.That(github.Statuses.Single().State, Is.EqualTo("error"));
        Assert.That(run.Error, Does.Contain("galley: Broken pipe."));
    }

    [Test]
    public async Task Apply_WhenGitHubIsDown_PublishesAndEndsTheSame()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "schedule", "{}");
        await fixture.Run("ledger", "init");
        github.IsReadOnly = true;
        github.Fail("GET", "/pulls", Reply.Json(403, "{}"));

        var run = await fixture.Run("apply", "--github");

        Assert.That((run.ExitCode, fixture.CreatesReceived), Is.EqualTo((0, 1)));
        Assert.That(run.Error, Does.Contain("galley: GitHub does not let this job's token"));
    }

    [Test]
    public async Task Log_OfHostileContent_GivesTheRunnerNoOrder()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "pull_request", PullRequest);
        fixture.WritePost("launch", body: "::add-mask::x <<keywrod>>\n\n##[error]y <<keywrod>>");

        var run = await fixture.Run("plan");

        Assert.That(run.Error, Does.Contain(":\u2060:add-mask").And.Contain("##\u2060[error]"));
        Assert.That(
            (run.Out + run.Error).Split('\n'),
            Has.None.Matches<string?>(line =>
                line!.TrimStart().StartsWith("::", StringComparison.Ordinal)
                || line.Contains("##[", StringComparison.Ordinal)
            )
        );
    }

    [Test]
    public async Task GitHub_OutsideAJob_SaysWhatToDo()
    {
        await using var fixture = await CliFixture.WithOnePost();

        var run = await fixture.Run("plan", "--github");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain("GITHUB_REPOSITORY is not set here"));
    }
}
