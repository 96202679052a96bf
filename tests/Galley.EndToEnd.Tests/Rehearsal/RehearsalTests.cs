using System.Text.Json.Nodes;
using Galley.Testing.GitHub;

namespace Galley.EndToEnd.Tests.Rehearsal;

/// <summary>One week of a content team, from an empty repository on: what each person sees, and what reaches LeadPanther.</summary>
internal sealed class RehearsalTests
{
    private const string Post = "clients/northwind-traders/posts/launch.md";

    [Test]
    public async Task Week_OfAContentTeam_FromThePullRequestToTheReport()
    {
        await using var fixture = await GitHubRepositoryFixture.Open();
        await SetUp(fixture);

        // A pull request: one comment says what its merge would send, and when.
        fixture.Author.Git("checkout", "--quiet", "-b", "launch");
        Write(fixture, Post, "The first words.");
        fixture.Commit("Add the launch post");
        var head = fixture.PushPullRequest(1, "launch");
        var plan = await fixture.PlanJob(1, head);
        Assert.That(plan.ExitCode, Is.Zero, plan.Error);
        var proof = fixture.GitHub.Comments.Single();
        Assert.That((proof.Thread, proof.Author), Is.EqualTo((1, "github-actions[bot]")));
        Assert.That(
            proof.Body,
            Does.StartWith("**1 post for Northwind Traders goes to LeadPanther at the merge.**")
                .And.Contain("> The first words.")
                .And.Contain("Elsewhere, not of this pull request: 1 ready for later, 1 draft.")
        );
        Assert.That(
            fixture.GitHub.Statuses[^1] with
            {
                TargetUrl = null,
            },
            Is.EqualTo(
                new StoredStatus(head, "success", "galley/plan", "Plan: 1 to send, 1 ready for later, 1 draft.", null)
            )
        );

        // Others merge meanwhile; an edit turns up in the same comment, and theirs does not.
        fixture.Author.Git("checkout", "--quiet", "main");
        fixture.Author.Commit("clients/northwind-traders/posts/theirs.md", Draft);
        fixture.Author.Git("push", "--quiet", "origin", "main");
        fixture.Author.Git("checkout", "--quiet", "launch");
        Write(fixture, Post, "Better words.");
        fixture.Commit("Say it better");
        await fixture.PlanJob(1, fixture.PushPullRequest(1, "launch"));
        Assert.That(
            (fixture.GitHub.Comments.Single().Id, fixture.GitHub.Comments.Single().Edits),
            Is.EqualTo((proof.Id, 1))
        );
        Assert.That(
            fixture.GitHub.Comments.Single().Body,
            Does.StartWith("**1 post for").And.Contain("> Better words.").And.Not.Contain("theirs")
        );

        // The merge publishes, once, and says so where it was proved.
        fixture.Merge(1, "launch");
        var apply = await fixture.ApplyJob();
        var again = await fixture.ApplyJob();
        Assert.That(
            (apply.ExitCode, again.ExitCode, CreatesOf(fixture)),
            Is.EqualTo((0, 0, 1)),
            apply.Error + again.Error
        );
        Assert.That(
            fixture.GitHub.Comments[^1].Body,
            Does.StartWith("**Apply: 1 created").And.Contain("[**Better words.**](<")
        );
        Assert.That(fixture.GitHub.Comments, Has.Count.EqualTo(2));
        Assert.That(fixture.GitHub.Statuses[^1].Context, Is.EqualTo("galley/apply"));

        // What changes in Git is changed in LeadPanther.
        fixture.Clock.MoveOn(TimeSpan.FromHours(1));
        fixture.Author.Git("checkout", "--quiet", "-b", "correction");
        Write(fixture, Post, "The best words.");
        fixture.Commit("Correct the launch post");
        await fixture.PlanJob(2, fixture.PushPullRequest(2, "correction"));
        Assert.That(
            fixture.GitHub.Comments[^1].Body,
            Does.StartWith("**1 post for Northwind Traders is changed in LeadPanther at the merge.**")
        );
        fixture.Merge(2, "correction");
        var corrected = await fixture.ApplyJob();
        Assert.That((corrected.ExitCode, CreatesOf(fixture)), Is.EqualTo((0, 1)), corrected.Error);
        Assert.That(fixture.Sandbox.Posts.Single().Text, Is.EqualTo("The best words."));
        Assert.That(fixture.GitHub.Issues, Is.Empty);

        // Somebody edits it in LeadPanther: the morning's refresh opens one issue about it, and says it once.
        fixture.Clock.MoveOn(TimeSpan.FromHours(20));
        fixture.Sandbox.Manual.EditPost(
            fixture.Sandbox.Posts.Single().Id,
            new JsonObject { ["text"] = "Words of somebody else." }
        );
        var refresh = await fixture.RefreshJob();
        Assert.That(refresh.ExitCode, Is.EqualTo((int)ExitCode.PersonNeeded), refresh.Error);
        var issue = fixture.GitHub.Issues.Single();
        Assert.That(issue.State, Is.EqualTo("open"));
        Assert.That(issue.Body, Does.StartWith("**Needs you: 1 different in LeadPanther.**"));
        var told = fixture.GitHub.Comments.Count;
        var noon = await fixture.RefreshJob();
        Assert.That(
            (noon.ExitCode, fixture.GitHub.Comments.Count, fixture.GitHub.Issues.Count),
            Is.EqualTo(((int)ExitCode.PersonNeeded, told, 1)),
            noon.Error
        );

        // The line to paste does nothing for a stranger. Once somebody with write access posts it, the next apply sets the post back.
        var line = issue
            .Body.Split('\n')
            .Single(text => text.StartsWith("/galley overwrite ", StringComparison.Ordinal));
        fixture.GitHub.Permissions["maria"] = "write";
        var stranger = await fixture.CommandJob(issue.Number, "stranger", line);
        Assert.That((stranger.ExitCode, fixture.GitHub.Issues.Single().State), Is.EqualTo((1, "open")), stranger.Error);
        var maria = await fixture.CommandJob(issue.Number, "maria", line);
        Assert.That(maria.ExitCode, Is.Zero, maria.Error);
        var restored = await fixture.ApplyJob();
        Assert.That(
            (restored.ExitCode, fixture.Sandbox.Posts.Single().Text, fixture.GitHub.Issues.Single().State),
            Is.EqualTo((0, "The best words.", "closed")),
            restored.Error
        );

        // All is well, and stays so; a week later there are figures.
        fixture.Clock.MoveOn(TimeSpan.FromDays(8));
        var well = await fixture.RefreshJob();
        Assert.That(
            (well.ExitCode, fixture.GitHub.Issues.Single().State, CreatesOf(fixture)),
            Is.EqualTo((0, "closed", 1)),
            well.Error
        );
        var report = await fixture.ReportJob();
        Assert.That(report.ExitCode, Is.Zero, report.Error);
        Assert.That(fixture.Sandbox.Violations, Is.Empty);
    }

    [Test]
    public async Task PullRequest_OfThreeThousandFiles_AndALongPath_IsOneComment()
    {
        await using var fixture = await GitHubRepositoryFixture.Open();
        await SetUp(fixture);
        fixture.Author.Git("checkout", "--quiet", "-b", "many");
        var folder = Path.Combine(fixture.Author.Folder, "clients/northwind-traders/posts");
        for (var i = 0; i < 3_000; i++)
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"post-{i}.md"),
                $"---\nstatus: draft\n---\nNumber {i}.\n"
            );
        }

        var path = $"clients/northwind-traders/posts/{new string('a', 80)}/{new string('b', 84)}.md";
        Assert.That(path, Has.Length.EqualTo(200));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(fixture.Author.Folder, path))!);
        Write(fixture, path, "Far down.");
        fixture.Commit("Add many posts");

        var plan = await fixture.PlanJob(1, fixture.PushPullRequest(1, "many"));

        Assert.That(plan.ExitCode, Is.Zero, plan.Error);
        var comment = fixture.GitHub.Comments.Single().Body;
        Assert.That(comment, Has.Length.LessThanOrEqualTo(65_536));
        Assert.That(comment, Does.StartWith("**3,001 posts for Northwind Traders: ").And.Contain(new string('b', 84)));
    }

    private const string Draft = "---\nstatus: draft\n---\nNot yet.\n";

    /// <summary>As docs/github.md says, on the author's machine.</summary>
    private static async Task SetUp(GitHubRepositoryFixture fixture)
    {
        Assert.That(
            (await fixture.AtTheDesk("init", "--client-id", "00000000-0000-4000-8000-000000000001")).ExitCode,
            Is.Zero
        );
        var settings = Path.Combine(fixture.Author.Folder, "galley.yaml");
        await File.WriteAllTextAsync(
            settings,
            (await File.ReadAllTextAsync(settings)).Replace("# ledger: git:galley-ledger", "ledger: git:galley-ledger")
        );
        fixture.Commit("Begin");
        var ledger = await fixture.AtTheDesk("ledger", "init", "--quiet");
        Assert.That(ledger.ExitCode, Is.Zero, ledger.Error);
        await File.AppendAllTextAsync(settings, $"ledger_id: {ledger.Out.Trim()}\n");
        fixture.Commit("Name the ledger");
        fixture.Author.Git("push", "--quiet", "origin", "HEAD:main");
    }

    private static void Write(GitHubRepositoryFixture fixture, string path, string body) =>
        File.WriteAllText(
            Path.Combine(fixture.Author.Folder, path),
            $"---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---\n{body}\n"
        );

    private static int CreatesOf(GitHubRepositoryFixture fixture) =>
        fixture.Sandbox.Requests.Count(request =>
            request.Method == "POST" && request.Path.EndsWith("/posts", StringComparison.Ordinal)
        );
}
