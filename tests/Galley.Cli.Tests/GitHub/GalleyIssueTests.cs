using Galley.Cli.Tests.Running;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.Faults;
using Galley.Testing.GitHub;
using Galley.Testing.Http;

namespace Galley.Cli.Tests.GitHub;

/// <summary>The one issue that lists what needs a person, kept by apply and refresh.</summary>
internal sealed class GalleyIssueTests
{
    [Test]
    public async Task Apply_ThatLeavesADoubt_OpensTheIssueAndTellsWhomItConcerns_Once()
    {
        await using var fixture = await InDoubt();
        await using var github = Job.On(fixture, "schedule", "{}");

        var apply = await fixture.Run("apply", "--github");
        var refresh = await fixture.Run("refresh", "--github");

        using var scope = Assert.EnterMultipleScope();
        Assert.That((apply.ExitCode, refresh.ExitCode), Is.EqualTo((4, 4)), apply.Error + refresh.Error);
        Assert.That(
            github.Issues.Single().Body,
            Does.StartWith("**Needs you: 1 in doubt.**")
                .And.Contain("\n```\n/galley sent post northwind/launch ID\n```\n")
                .And.Contain("\n/galley not-sent post northwind/launch\n")
        );
        Assert.That(
            (github.Issues.Single().State, github.Issues.Single().Author),
            Is.EqualTo(("open", FakeGitHub.Bot))
        );
        Assert.That(github.Comments.Single().Thread, Is.EqualTo(github.Issues.Single().Number));
        Assert.That(
            github.Comments.Single().Body,
            Does.StartWith("@octocat @acme/editors This needs you:\n")
                .And.Contain("/galley not-sent post northwind/launch")
        );
        Assert.That(
            Job.Summary(fixture),
            Does.Contain("**Needs you: 1 in doubt.**").And.Contain("Read the figures of 0")
        );
    }

    [Test]
    public async Task Refresh_WhenAllIsWell_OpensNoIssue_AndClosesTheOneThatIsOpen()
    {
        await using var fixture = await InDoubt();
        await using var github = Job.On(fixture, "schedule", "{}");
        await fixture.Run("apply");
        await fixture.Run("refresh", "--github");
        await fixture.Run("not-sent", "post", "northwind/launch");

        var run = await fixture.Run("refresh", "--github");

        Assert.That((run.ExitCode, github.Issues.Single().State), Is.EqualTo((0, "closed")));
        Assert.That(github.Issues.Single().Body, Does.StartWith("**Nothing needs you.**"));

        fixture.Sandbox.Faults = FaultPlan.Parse("creates:504");
        await fixture.Run("apply", "--github");

        Assert.That(github.Issues.Single().State, Is.EqualTo("open"));
        Assert.That(github.Comments.Count(comment => comment.Thread == github.Issues.Single().Number), Is.EqualTo(2));
    }

    [Test]
    public async Task Refresh_WithNothingToSay_MakesNoIssue()
    {
        await using var fixture = await CliFixture.WithOnePost();
        await using var github = Job.On(fixture, "schedule", "{}");
        await fixture.Run("ledger", "init");

        var run = await fixture.Run("refresh", "--github");

        Assert.That((run.ExitCode, github.Issues.Count, github.Comments.Count), Is.EqualTo((0, 0, 0)));
        Assert.That(Job.Summary(fixture), Does.StartWith("**Nothing needs you.**"));
    }

    [Test]
    public async Task Refresh_WithATokenThatOnlyReads_SaysAllInTheSummaryAndEndsTheSame()
    {
        await using var fixture = await InDoubt();
        await using var github = Job.On(fixture, "schedule", "{}");
        github.IsReadOnly = true;
        await fixture.Run("apply");

        var run = await fixture.Run("refresh", "--github");

        Assert.That((run.ExitCode, github.Issues.Count), Is.EqualTo((4, 0)));
        Assert.That(
            run.Error,
            Does.Contain(
                "galley: GitHub does not let this job's token write the galley issue. The job summary has everything."
            )
        );
        Assert.That(Job.Summary(fixture), Does.Contain("/galley not-sent post northwind/launch"));
    }

    [Test]
    public async Task Refresh_WhenTheAnswerToACommentIsLost_TellsItOnce()
    {
        await using var fixture = await InDoubt();
        await using var github = Job.On(fixture, "schedule", "{}");
        github.Fail("POST", "/comments", Reply.Json(404, "{}"), thenDoes: true);
        await fixture.Run("apply", "--github");
        Assert.That(github.Comments, Has.Count.EqualTo(1));

        var run = await fixture.Run("refresh", "--github");

        Assert.That((run.ExitCode, github.Comments.Count), Is.EqualTo((4, 1)));
        Assert.That(github.Issues.Single().Body, Does.Contain("\"untold\":{}"));
    }

    [Test]
    public async Task Refresh_OfOneClient_KeepsTheOthersInTheIssue()
    {
        await using var fixture = await InDoubt();
        fixture.Write(
            "clients/acme/client.yaml",
            "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000002\ntime_zone: Europe/London\nnotify: [carol]\n"
        );
        fixture.Write(
            "clients/acme/posts/late.md",
            "---\nstatus: scheduled\nscheduled_at: 2026-06-01 10:00\n---\nToo late.\n"
        );
        await using var github = Job.On(fixture, "schedule", "{}");
        await fixture.Run("apply");

        await fixture.Run("refresh", "--github", "--client", "acme");

        Assert.That(github.Issues.Single().Body, Does.StartWith("**Needs you: 1 in doubt, 1 missed.**"));
        Assert.That(
            github.Comments.Select(comment => comment.Body.Split(" This")[0]),
            Is.EquivalentTo(new[] { "@octocat @acme/editors", "@carol" })
        );
    }

    [Test]
    public async Task Refresh_OfAClientWhoseFolderIsGone_ListsItsWork_AndTellsWhomTheSettingsName()
    {
        await using var fixture = await CliFixture.WithOnePost(
            SandboxAccounts.Default with
            {
                Clients =
                [
                    new SandboxClient("00000000-0000-4000-8000-000000000001", "Client A"),
                    new SandboxClient("00000000-0000-4000-8000-000000000002", "Client B"),
                ],
            }
        );
        fixture.Write("galley.yaml", "notify: [octocat]\n");
        fixture.Write(
            "clients/acme/client.yaml",
            "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000002\ntime_zone: Europe/London\nnotify: [carol]\n"
        );
        fixture.Write(
            "clients/acme/posts/launch.md",
            "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---\nWords.\n"
        );
        await using var github = Job.On(fixture, "schedule", "{}");
        await fixture.Run("ledger", "init");
        await fixture.Run("apply");
        Directory.Delete(Path.Combine(fixture.Content, "clients/acme"), recursive: true);

        var run = await fixture.Run("refresh", "--github");

        Assert.That(run.ExitCode, Is.EqualTo(4), run.Error);
        Assert.That(github.Issues.Single().Body, Does.Contain("post acme/launch"), run.Error);
        Assert.That(github.Comments.Single().Body, Does.StartWith("@octocat This needs you:\n"));
    }

    /// <summary>The next apply sends the one post, and no answer comes.</summary>
    private static async Task<CliFixture> InDoubt()
    {
        var fixture = await CliFixture.WithOnePost();
        fixture.Write("galley.yaml", "notify: [octocat, acme/editors]\n");
        await fixture.Run("ledger", "init");
        fixture.Sandbox.Faults = FaultPlan.Parse("creates:504");
        return fixture;
    }
}
