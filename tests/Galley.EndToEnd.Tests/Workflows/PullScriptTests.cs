using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Galley.EndToEnd.Tests.Rehearsal;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Workflows;

/// <summary>The pull workflow’s script, run.</summary>
internal sealed class PullScriptTests : WorkflowScripts
{
    [Test]
    public async Task Pull_OfEverythingNew_OpensAPullRequestWithIt()
    {
        await using var sandbox = await APostOfOtherHands();
        var (clone, remote) = await AContentRepository();

        var pull = await Pull(clone, sandbox, "everything new");
        var opened = await OpenPullRequest(
            clone,
            gh: "printf '%s\\n' \"$@\" >> gh.txt; echo https://github.com/acme/content/pull/7"
        );

        Assert.That((pull.ExitCode, opened.ExitCode), Is.EqualTo((0, 0)), pull.Out + opened.Out);
        Assert.That(
            remote.Git("show", "--format=%s", "--name-status", "pull-77"),
            Does.StartWith("Bring northwind-traders's posts from LeadPanther\n")
                .And.Contain("A\tclients/northwind-traders/posts/")
        );
        Assert.That(
            await File.ReadAllLinesAsync(Path.Combine(clone.Folder, "gh.txt")),
            Is.SupersetOf(new[] { "pr", "create", "--head", "pull-77", "--base", "main" })
        );
        Assert.That(
            await File.ReadAllTextAsync(Folder["summary"]),
            Does.Contain("    Wrote clients/northwind-traders/posts/")
                .And.Contain("(https://github.com/acme/content/pull/7)")
        );
    }

    [Test]
    public async Task Pull_WhereARunMayOpenNoPullRequest_LinksThePageThatDoes()
    {
        await using var sandbox = await APostOfOtherHands();
        var (clone, _) = await AContentRepository();

        await Pull(clone, sandbox, "everything new");
        var opened = await OpenPullRequest(clone, gh: "exit 1");

        Assert.That(opened.ExitCode, Is.Zero, opened.Out);
        Assert.That(
            await File.ReadAllTextAsync(Folder["summary"]),
            Does.Contain("(https://github.com/acme/content/compare/pull-77?expand=1)")
        );
    }

    [Test]
    public async Task Pull_OfOneWithAName_ThatIsNoKey_RunsNothingElse()
    {
        await using var sandbox = await APostOfOtherHands();
        var (clone, remote) = await AContentRepository();

        var pull = await Pull(clone, sandbox, "post", "x; touch /tmp/galley-was-here; $(id)");

        Assert.That(pull.ExitCode, Is.EqualTo(1));
        Assert.That(pull.Out, Does.Contain("is not a valid name"));
        Assert.That(remote.Git("branch", "--list", "pull-*"), Is.Empty);
    }

    [Test]
    public async Task Pull_OfNothing_OpensNoPullRequest()
    {
        await using var sandbox = await SandboxServer.Start(
            new SandboxOptions { Clock = new FixtureClock(), Accounts = SandboxAccounts.Default }
        );
        var (clone, remote) = await AContentRepository();

        await Pull(clone, sandbox, "everything new");
        var opened = await OpenPullRequest(clone, gh: "exit 1");

        Assert.That((opened.ExitCode, remote.Git("branch", "--list", "pull-*")), Is.EqualTo((0, "")), opened.Out);
        Assert.That(await File.ReadAllTextAsync(Folder["summary"]), Does.Contain("There was nothing to bring"));
    }

    private static async Task<SandboxServer> APostOfOtherHands()
    {
        var sandbox = await SandboxServer.Start(
            new SandboxOptions { Clock = new FixtureClock(), Accounts = SandboxAccounts.Default }
        );
        sandbox.Manual.WritePost(
            "00000000-0000-4000-8000-000000000001",
            new JsonObject
            {
                ["text"] = "A post of other hands.",
                ["status"] = "scheduled",
                ["scheduled_at"] = "2026-06-12T09:00:00.000Z",
            }
        );
        return sandbox;
    }

    private Task<Bash> Pull(GitClone clone, SandboxServer sandbox, string kind, string key = "") =>
        Bash.Run(
            clone.Folder,
            Script("pull", "Pull"),
            new()
            {
                ["CLIENT"] = "northwind-traders",
                ["KIND"] = kind,
                ["KEY"] = key,
                ["PUBLISHED"] = "false",
                ["LEADPANTHER_API_KEY"] = SandboxAccounts.AgencySecret,
                ["LEADPANTHER_API_URL"] = sandbox.ApiUrl.ToString(),
                ["GALLEY_NOW"] = CliFixture.Now,
                ["RUNNER_TEMP"] = Folder.Path,
                ["GITHUB_WORKSPACE"] = clone.Folder,
            }
        );

    private Task<Bash> OpenPullRequest(GitClone clone, string gh)
    {
        Directory.CreateDirectory(Folder["bin"]);
        GitClone.Script(Folder["bin/gh"], gh);
        return Bash.Run(
            clone.Folder,
            $"PATH=\"{Folder["bin"]}:$PATH\"\n{Script("pull", "Open the pull request")}",
            new()
            {
                ["CLIENT"] = "northwind-traders",
                ["RUNNER_TEMP"] = Folder.Path,
                ["GITHUB_RUN_ID"] = "77",
                ["GITHUB_REF_NAME"] = "main",
                ["GITHUB_STEP_SUMMARY"] = Folder["summary"],
                ["GITHUB_SERVER_URL"] = "https://github.com",
                ["GITHUB_REPOSITORY"] = "acme/content",
            }
        );
    }
}
