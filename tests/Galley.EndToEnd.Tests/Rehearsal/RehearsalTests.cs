using Galley.Testing.GitHub;

namespace Galley.EndToEnd.Tests.Rehearsal;

/// <summary>One week of a content team, from an empty repository on: what each person sees, and what reaches LeadPanther.</summary>
internal sealed class RehearsalTests
{
    private const string Post = "clients/northwind-traders/posts/launch.md";

    [Test]
    public async Task Week_OfAContentTeam_FromThePullRequestToTheReport()
    {
        await using var hub = await GitHubRepositoryFixture.Open();
        await SetUp(hub);

        // A pull request: one comment says what its merge would send, and when.
        hub.Author.Git("checkout", "--quiet", "-b", "launch");
        Write(hub, Post, "The first words.");
        hub.Commit("Add the launch post");
        var head = hub.PushPullRequest(1, "launch");
        var plan = await hub.PlanJob(1, head);
        Assert.That(plan.ExitCode, Is.Zero, plan.Error);
        var proof = hub.GitHub.Comments.Single();
        Assert.That((proof.Thread, proof.Author), Is.EqualTo((1, "github-actions[bot]")));
        Assert.That(proof.Body, Does.StartWith("**Plan: 1 to send, 2 waiting.** This pull request adds 1.").And.Contain("> The first words&#46;"));
        Assert.That(hub.GitHub.Statuses[^1] with { TargetUrl = null }, Is.EqualTo(new StoredStatus(head, "success", "galley/plan", "Plan: 1 to send, 2 waiting.", null)));

        // Others merge meanwhile; an edit turns up in the same comment, and theirs does not.
        hub.Author.Git("checkout", "--quiet", "main");
        hub.Author.Commit("clients/northwind-traders/posts/theirs.md", Draft);
        hub.Author.Git("push", "--quiet", "origin", "main");
        hub.Author.Git("checkout", "--quiet", "launch");
        Write(hub, Post, "Better words.");
        hub.Commit("Say it better");
        await hub.PlanJob(1, hub.PushPullRequest(1, "launch"));
        Assert.That((hub.GitHub.Comments.Single().Id, hub.GitHub.Comments.Single().Edits), Is.EqualTo((proof.Id, 1)));
        Assert.That(hub.GitHub.Comments.Single().Body, Does.Contain("This pull request adds 1.").And.Contain("> Better words&#46;").And.Not.Contain("theirs"));

        // The merge publishes, once, and says so where it was proved.
        hub.Merge(1, "launch");
        var apply = await hub.ApplyJob();
        var again = await hub.ApplyJob();
        Assert.That((apply.ExitCode, again.ExitCode, CreatesOf(hub)), Is.EqualTo((0, 0, 1)), apply.Error + again.Error);
        Assert.That(hub.GitHub.Comments[^1].Body, Does.StartWith("**Apply: 1 done").And.Contain("post northwind&#45;traders/launch"));
        Assert.That(hub.GitHub.Comments, Has.Count.EqualTo(2));
        Assert.That(hub.GitHub.Statuses[^1].Context, Is.EqualTo("galley/apply"));

        // What is live can't be changed by sending: the next merge makes work for a person, and one issue that says so.
        hub.Clock.MoveOn(TimeSpan.FromHours(1));
        hub.Author.Git("checkout", "--quiet", "-b", "correction");
        Write(hub, Post, "The best words.");
        hub.Commit("Correct the launch post");
        await hub.PlanJob(2, hub.PushPullRequest(2, "correction"));
        Assert.That(hub.GitHub.Comments[^1].Body, Does.Contain("This pull request changes 1.").And.Contain("/galley done post northwind"));
        hub.Merge(2, "correction");
        var corrected = await hub.ApplyJob();
        Assert.That((corrected.ExitCode, CreatesOf(hub)), Is.EqualTo((4, 1)), corrected.Error);
        Assert.That(hub.GitHub.Statuses[^1].State, Is.EqualTo("success"), "a person's work is no fault of the commit");
        var issue = hub.GitHub.Issues.Single();
        Assert.That(issue.State, Is.EqualTo("open"));
        Assert.That(issue.Body, Does.StartWith("**Needs a person: 1 to change by hand.**"));

        // The morning's refresh finds the same, and says it once.
        hub.Clock.MoveOn(TimeSpan.FromHours(20));
        var told = hub.GitHub.Comments.Count;
        var refresh = await hub.RefreshJob();
        Assert.That((refresh.ExitCode, hub.GitHub.Comments.Count, hub.GitHub.Issues.Count), Is.EqualTo((4, told, 1)), refresh.Error);

        // The line to paste does nothing for a stranger, and closes the issue for whoever may write.
        var line = issue.Body.Split('\n').Single(text => text.StartsWith("/galley done ", StringComparison.Ordinal));
        hub.GitHub.Permissions["maria"] = "write";
        var stranger = await hub.CommandJob(issue.Number, "stranger", line);
        Assert.That((stranger.ExitCode, hub.GitHub.Issues.Single().State), Is.EqualTo((1, "open")), stranger.Error);
        var maria = await hub.CommandJob(issue.Number, "maria", line);
        Assert.That((maria.ExitCode, hub.GitHub.Issues.Single().State), Is.EqualTo((0, "closed")), maria.Error);

        // All is well, and stays so; a week later there are figures.
        hub.Clock.MoveOn(TimeSpan.FromDays(8));
        var well = await hub.RefreshJob();
        Assert.That((well.ExitCode, hub.GitHub.Issues.Single().State, CreatesOf(hub)), Is.EqualTo((0, "closed", 1)), well.Error);
        var report = await hub.ReportJob();
        Assert.That(report.ExitCode, Is.Zero, report.Error);
        Assert.That(hub.Sandbox.Violations, Is.Empty);
    }

    private const string Draft = "---\nstatus: draft\n---\nNot yet.\n";

    /// <summary>As docs/github.md says, on the author's machine.</summary>
    private static async Task SetUp(GitHubRepositoryFixture hub)
    {
        Assert.That((await hub.AtTheDesk("init")).ExitCode, Is.Zero);
        var settings = Path.Combine(hub.Author.Folder, "galley.yaml");
        await File.WriteAllTextAsync(settings, (await File.ReadAllTextAsync(settings)).Replace("# ledger: git:galley-ledger", "ledger: git:galley-ledger"));
        hub.Commit("Begin");
        var ledger = await hub.AtTheDesk("ledger", "init", "--quiet");
        Assert.That(ledger.ExitCode, Is.Zero, ledger.Error);
        await File.AppendAllTextAsync(settings, $"ledger_id: {ledger.Out.Trim()}\n");
        hub.Commit("Name the ledger");
        hub.Author.Git("push", "--quiet", "origin", "HEAD:main");
    }

    private static void Write(GitHubRepositoryFixture hub, string path, string body) =>
        File.WriteAllText(Path.Combine(hub.Author.Folder, path), $"---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---\n{body}\n");

    private static int CreatesOf(GitHubRepositoryFixture hub) => hub.Sandbox.Requests.Count(request => request.Method == "POST" && request.Path.EndsWith("/posts", StringComparison.Ordinal));
}
