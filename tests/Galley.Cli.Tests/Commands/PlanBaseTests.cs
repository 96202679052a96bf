using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.Cli.Tests.Commands;

/// <summary><c>plan --base</c> in a real repository whose content lies in a sub-folder.</summary>
internal sealed class PlanBaseTests
{
    private const string Client = "content/clients/northwind";
    private TemporaryFolder _root = null!;
    private GitClone _clone = null!;

    [SetUp]
    public void MakeRepository()
    {
        _root = new TemporaryFolder();
        _clone = GitClone.Bare(_root["remote.git"]).Clone(_root["clone"]);
        _clone.Commit("content/galley.yaml", "time_zone: Europe/London\n");
        _clone.Commit($"{Client}/client.yaml", "name: Northwind\nclient_id: 00000000-0000-4000-8000-000000000001\n");
        _clone.Commit(
            "content/clients/acme/client.yaml",
            "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000002\n"
        );
        _clone.Commit("content/clients/acme/posts/broken.md", Post("2026-06-20 10:00", "<b>No HTML</b>"));
        _clone.Commit($"{Client}/posts/kept.md", Post("2026-06-20 10:00", "Kept."));
        _clone.Commit($"{Client}/posts/dropped.md", Post("2026-06-21 10:00", "Dropped."));
        _clone.Commit($"{Client}/posts/sub/edited.md", Post("2026-06-22 10:00", "Before."));
        _clone.Git("push", "--quiet", "origin", "HEAD:main");
        _clone.Git("tag", "base");
    }

    [TearDown]
    public void RemoveRepository() => _root.Dispose();

    [Test]
    public async Task Change_IsMarkedAddedChangedAndCancelled_AndTheRestIsNot()
    {
        File.Delete(Path.Combine(_clone.Folder, $"{Client}/posts/dropped.md"));
        _clone.Commit($"{Client}/posts/sub/edited.md", Post("2026-06-22 11:00", "After."));
        File.WriteAllText(
            Path.Combine(_clone.Folder, $"{Client}/posts/new.md"),
            Post("2026-06-25 10:00", "New, and not even committed.")
        );

        var run = await Plan("--base", "base");

        Assert.That(
            Actions(run).Select(action => (Text(action, "key"), Text(action, "action"), Text(action, "since_base"))),
            Is.EquivalentTo(
                new[]
                {
                    ("kept", "create", null),
                    ("sub/edited", "create", "changed"),
                    ("dropped", "cancel", "cancelled"),
                    ("new", "create", "added"),
                }
            )
        );
        var changes = Actions(run).Single(action => Text(action, "key") == "sub/edited")["changes"]!.AsArray();
        Assert.That(
            changes.Select(change => (Text(change!, "field"), Text(change!, "before"), Text(change!, "after"))),
            Is.EqualTo(
                new[]
                {
                    ("body", "Before.", "After."),
                    ("scheduled_at", "2026-06-22T09:00:00.000Z", "2026-06-22T10:00:00.000Z"),
                }
            )
        );
    }

    [Test]
    public async Task Post_ThatWaitsUnderANewName_IsARename_AndNoMore()
    {
        File.Move(
            Path.Combine(_clone.Folder, $"{Client}/posts/dropped.md"),
            Path.Combine(_clone.Folder, $"{Client}/posts/found.md")
        );

        var run = await Plan("--base", "base");

        var action = Actions(run).Single(action => Text(action, "since_base") is not null);
        Assert.That(
            (Text(action, "key"), Text(action, "action"), Text(action, "since_base")),
            Is.EqualTo(("found", "create", "changed"))
        );
        Assert.That(
            action["changes"]!
                .AsArray()
                .Select(change => (Text(change!, "field"), Text(change!, "before"), Text(change!, "after"))),
            Is.EqualTo(new[] { ("key", "dropped", "found") })
        );
    }

    [Test]
    public async Task Post_ThatIsLiveUnderANewName_WasNotTakenOut()
    {
        File.Move(
            Path.Combine(_clone.Folder, $"{Client}/posts/dropped.md"),
            Path.Combine(_clone.Folder, $"{Client}/posts/found.md")
        );
        await CliRun.In(_clone.Folder, "ledger", "init", "--content", "content");
        await CliRun.In(_clone.Folder, "adopt", "post", "northwind/found", "id-1", "--content", "content");

        var run = await Plan("--base", "base");

        Assert.That(
            Actions(run).Select(action => (Text(action, "key"), Text(action, "action"), Text(action, "since_base"))),
            Is.EquivalentTo(
                new[] { ("kept", "create", null), ("sub/edited", "create", null), ("found", "unchanged", "changed") }
            )
        );
    }

    [Test]
    public async Task ClientFolder_TakenAway_IsCancelledPostByPost()
    {
        Directory.Delete(Path.Combine(_clone.Folder, Client), recursive: true);

        var run = await Plan("--base", "base");

        Assert.That(
            Actions(run).Select(action => (Text(action, "key"), Text(action, "action"), Text(action, "since_base"))),
            Is.EquivalentTo(
                new[]
                {
                    ("kept", "cancel", "cancelled"),
                    ("sub/edited", "cancel", "cancelled"),
                    ("dropped", "cancel", "cancelled"),
                }
            )
        );
        Assert.That(Text(run.Json, "digest"), Is.EqualTo(Text((await Plan()).Json, "digest")));
    }

    [Test]
    public async Task ClientFolder_WithANewName_CancelsNothing()
    {
        Directory.Move(Path.Combine(_clone.Folder, Client), Path.Combine(_clone.Folder, "content/clients/renamed"));

        var run = await Plan("--base", "base");

        Assert.That(
            run.Json["clients"]!.AsArray().Select(client => Text(client!, "slug")),
            Is.EqualTo(new[] { "acme", "renamed" })
        );
    }

    [Test]
    public async Task Change_IsNamedInTheText()
    {
        File.Delete(Path.Combine(_clone.Folder, $"{Client}/posts/dropped.md"));
        File.WriteAllText(Path.Combine(_clone.Folder, $"{Client}/posts/new.md"), Post("2026-06-25 10:00", "New."));

        var run = await PlanText("--base", "base");

        Assert.That(
            run.Out,
            Does.Match(@"(?m)post +new .*\]  added$")
                .And.Match(@"(?m)post +dropped .*\]  cancelled$")
                .And.Match(@"(?m)post +kept .*\]$")
                .And.Contain("\nSince the base: 1 added, 1 cancelled.\n")
        );
        Assert.That((await PlanText()).Out, Does.Not.Contain("Since the base"));
    }

    [Test]
    public async Task Problem_ThatTheBaseHas_FailsOnlyWhenItsFileChanged()
    {
        Assert.That((await Plan()).ExitCode, Is.EqualTo(3));
        Assert.That((await Plan("--base", "base")).ExitCode, Is.Zero);

        _clone.Commit("content/clients/acme/posts/broken.md", Post("2026-06-20 11:00", "<b>No HTML</b>"));

        Assert.That((await Plan("--base", "base")).ExitCode, Is.EqualTo(3));
    }

    [Test]
    public async Task Settings_ThatChange_TouchEveryClient()
    {
        _clone.Commit("content/galley.yaml", "time_zone: America/New_York\n");

        Assert.That(
            Actions(await Plan("--base", "base")).Select(action => Text(action, "since_base")),
            Has.All.EqualTo("changed")
        );
    }

    [Test]
    public async Task Digest_IsTheSameWithAndWithoutABase()
    {
        File.Delete(Path.Combine(_clone.Folder, $"{Client}/posts/dropped.md"));

        Assert.That(
            Text((await Plan("--base", "base")).Json, "digest"),
            Is.EqualTo(Text((await Plan()).Json, "digest"))
        );
    }

    [Test]
    public async Task ShallowClone_WithoutTheBase_SaysHowToGetIt()
    {
        var shallow = _clone.Git("rev-parse", "HEAD~2").Trim();
        _clone.Git(
            "clone",
            "--quiet",
            "--depth=1",
            new Uri(_root["remote.git"]).AbsoluteUri,
            "--branch=main",
            _root["shallow"]
        );

        var run = await CliRun.In(_root["shallow/content"], "plan", "--base", shallow, "--now", "2026-06-08T09:00:00Z");

        Assert.That(
            (run.ExitCode, run.Error),
            Is.EqualTo(
                (
                    1,
                    $"galley: This clone is shallow and does not have {shallow}. "
                        + $"Run `git fetch --depth=1 origin {shallow}` first, "
                        + "or clone with the whole history (`fetch-depth: 0` in GitHub Actions).\n"
                )
            )
        );
    }

    /// <summary>As Actions checks out: the merge that GitHub tried, without history. The event names the base of long ago.</summary>
    [Test]
    public async Task PullRequest_InAJobsClone_IsComparedWithTheBaseOfItsMerge()
    {
        _clone.Git("checkout", "--quiet", "-b", "work");
        _clone.Commit($"{Client}/posts/mine.md", Post("2026-06-25 10:00", "Of this pull request."));
        var head = _clone.Git("rev-parse", "HEAD").Trim();
        _clone.Git("checkout", "--quiet", "main");
        _clone.Commit($"{Client}/posts/theirs.md", Post("2026-06-26 10:00", "Merged by others meanwhile."));
        _clone.Git("push", "--quiet", "origin", "HEAD:main");
        _clone.Git(
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@localhost",
            "merge",
            "--quiet",
            "--no-ff",
            "--no-edit",
            "work"
        );
        _clone.Git("push", "--quiet", "origin", "HEAD:refs/pull/7/merge");
        GitClone.OfJob(_root["job"], _root["remote.git"], "refs/pull/7/merge");

        var run = await CliRun.In(
            _root["job/content"],
            InAJob(head),
            ["plan", "--github", "--now", "2026-06-08T09:00:00Z", "--format", "json"]
        );

        Assert.That(
            Actions(run)
                .Where(action => Text(action, "since_base") is not null)
                .Select(action => (Text(action, "key"), Text(action, "since_base"))),
            Is.EqualTo(new[] { ("mine", "added") })
        );

        var shards = await CliRun.In(_root["job/content"], InAJob(head), ["shards", "--github"]);

        Assert.That(
            (shards.Out, shards.Error),
            Is.EqualTo(("{\"shard\":[\"1/1\"]}\n", "1 of 2 clients have work, in 1 shard.\n"))
        );
    }

    [Test]
    public async Task Revision_ThatIsNone_IsRefused() =>
        Assert.That((await Plan("--base", "--output=x")).Error, Does.Contain("--output=x"));

    private Dictionary<string, string> InAJob(string head)
    {
        var longAgo = _clone.Git("rev-parse", "base").Trim();
        File.WriteAllText(
            _root["event.json"],
            $$$"""{"pull_request":{"number":7,"head":{"sha":"{{{head}}}"},"base":{"sha":"{{{longAgo}}}"} } }"""
        );
        return new()
        {
            ["GITHUB_REPOSITORY"] = "acme/content",
            ["GITHUB_EVENT_NAME"] = "pull_request",
            ["GITHUB_SHA"] = _clone.Git("rev-parse", "HEAD").Trim(),
            ["GITHUB_EVENT_PATH"] = _root["event.json"],
        };
    }

    private Task<CliRun> Plan(params string[] more) => PlanText(["--format", "json", .. more]);

    private Task<CliRun> PlanText(params string[] more) =>
        CliRun.In(_clone.Folder, ["plan", "--content", "content", "--now", "2026-06-08T09:00:00Z", .. more]);

    private static List<JsonNode> Actions(CliRun run) =>
        [
            .. run.Json["clients"]!.AsArray().Single(client => Text(client!, "slug") == "northwind")!["actions"]!
                .AsArray()
                .Select(action => action!),
        ];

    private static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();

    private static string Post(string time, string body) =>
        $"---\nstatus: scheduled\nscheduled_at: {time}\n---\n{body}\n";
}
