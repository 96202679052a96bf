using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Galley.EndToEnd.Tests.Rehearsal;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Testing;
using static Galley.EndToEnd.Tests.Workflows.WorkflowFile;

namespace Galley.EndToEnd.Tests.Workflows;

/// <summary>The scripts in the workflows, run.</summary>
internal sealed class ScriptTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase(0, 0, false)]
    [TestCase(3, 3, false)]
    [TestCase(4, 0, true)]
    [TestCase(6, 6, false)]
    public async Task Action_EndsAsGalleyDoes_ButAPersonsWorkIsAWarning(int galley, int job, bool isWarned)
    {
        GitClone.Script(_folder["galley"], $"exit {galley}");

        var run = await Action("apply");

        Assert.That((run.ExitCode, run.Out.Contains("::warning title=Galley::")), Is.EqualTo((job, isWarned)));
        Assert.That(await File.ReadAllTextAsync(_folder["output"]), Is.EqualTo($"exit-code={galley}\n"));
    }

    [Test]
    public async Task Action_SplitsAtBlanks_AndExpandsNothing()
    {
        GitClone.Script(_folder["galley"], "for word in \"$@\"; do echo \"[$word]\"; done");

        var run = await Action("plan --client * $(id)", allowed: "7 --plan x");

        Assert.That(
            run.Out,
            Is.EqualTo(
                "[plan]\n[--client]\n[*]\n[$(id)]\n[--content]\n[/checkout/posts]\n[--allow-creates]\n[7 --plan x]\n"
            )
        );
    }

    [Test]
    public async Task Import_OfASheetOnABranch_PushesItsPosts()
    {
        var (clone, remote) = await AContentRepository();
        clone.Commit("june.csv", "text,date\nHello there,2026-06-15 10:00\n");

        var run = await Import(clone, "june.csv");

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That(
            Head(remote),
            Has.Some.StartsWith("A\tclients/northwind-traders/posts/").And.Some.EqualTo("D\tjune.csv")
        );
        Assert.That(
            await File.ReadAllTextAsync(_folder["summary"]),
            Does.StartWith("Files made: 1. Drafts among them: 0. Rows left out: 0.")
                .And.Contain("(https://github.com/acme/content/compare/june?expand=1)")
        );
    }

    [Test]
    public async Task Import_OfASheetWithBadRows_KeepsItForTheNextTry()
    {
        var (clone, remote) = await AContentRepository();
        clone.Commit("june's; rm -rf x.csv", "text,date\nHello there,2026-06-15 10:00\nNo such day,2026-06-31 10:00\n");

        var run = await Import(clone, "june's; rm -rf x.csv");

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That(Head(remote), Has.None.StartsWith("D\t"));
        Assert.That(
            await File.ReadAllTextAsync(_folder["summary"]),
            Does.StartWith("Files made: 1. Drafts among them: 0. Rows left out: 1.")
                .And.Contain("\n    Row 3 is left out because its time \"2026-06-31 10:00\" can't be read.")
        );
    }

    [Test]
    public async Task Import_WithNamedColumns_ReadsThem()
    {
        var (clone, remote) = await AContentRepository();
        clone.Commit("june.csv", "Title,\"Post copy, $(id)\",Go live\nOne,Hello there,2026-06-15 10:00\n");

        var run = await Import(clone, "june.csv", "text=Post copy, $(id)|date=Go live");

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That(Head(remote), Has.Some.EqualTo("A\tclients/northwind-traders/posts/2026-06-15-hello-there.md"));
    }

    [Test]
    public async Task Import_OfNoFile_FailsAndPushesNothing()
    {
        var (clone, remote) = await AContentRepository();

        var run = await Import(clone, "july.csv");

        Assert.That((run.ExitCode, remote.Git("branch", "--list", "june")), Is.EqualTo((1, "")));
        Assert.That(run.Out, Does.Contain("There is no file july.csv"));
    }

    [Test]
    public async Task Preview_OfTheOneClientThatThePullRequestTouches_IsOnePage()
    {
        var (clone, _) = await AContentRepository();
        await File.WriteAllTextAsync(
            _folder["report.json"],
            """{"plan":{"clients":[{"slug":"northwind-traders","actions":[{"since_base":"added"}]}"""
                + """,{"slug":"other","actions":[{"since_base":null}]}]}}"""
        );

        var run = await Bash.Run(
            clone.Folder,
            Script("plan", "Preview"),
            new() { ["RUNNER_TEMP"] = _folder.Path, ["GITHUB_WORKSPACE"] = clone.Folder }
        );

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That(
            await File.ReadAllTextAsync(_folder["preview.html"]),
            Does.Contain("Northwind Traders: posts to look at")
        );
        Assert.That(Directory.GetFiles(_folder["previews"]), Is.Empty);
    }

    [Test]
    public async Task Preview_OfAPlanThatFailed_IsNone()
    {
        await File.WriteAllTextAsync(_folder["report.json"], """{"plan":null,"error":"No ledger."}""");

        var run = await Bash.Run(_folder.Path, Script("plan", "Preview"), new() { ["RUNNER_TEMP"] = _folder.Path });

        Assert.That((run.ExitCode, File.Exists(_folder["preview.html"])), Is.EqualTo((0, false)), run.Out);
    }

    [Test]
    public async Task Install_OfTheNamedProgram_PutsItOutsideTheCheckout()
    {
        var (file, sha256) = await AProgram("echo it runs");

        var run = await Install(file, sha256);

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That(await File.ReadAllTextAsync(_folder["path"]), Is.EqualTo($"{_folder["galley"]}\n"));
        Assert.That(
            (await Bash.Run(_folder.Path, "galley/galley", [])).Out,
            Is.EqualTo("it runs\n"),
            "it is unpacked, and may be run"
        );
    }

    [Test]
    public async Task Install_OfAnotherProgram_IsRefused()
    {
        var (file, _) = await AProgram("echo a stranger");

        var run = await Install(file, new string('0', 64));

        Assert.That((run.ExitCode, File.Exists(_folder["path"])), Is.EqualTo((1, false)), run.Out);
    }

    [Test]
    public async Task Install_ThatNobodyFilledIn_SaysWhereToWriteIt()
    {
        var run = await Install("", "");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Out, Does.StartWith("::error title=Galley::Write into .github/actions/install/action.yml"));
    }

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
            await File.ReadAllTextAsync(_folder["summary"]),
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
            await File.ReadAllTextAsync(_folder["summary"]),
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
        Assert.That(await File.ReadAllTextAsync(_folder["summary"]), Does.Contain("There was nothing to bring"));
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
                ["RUNNER_TEMP"] = _folder.Path,
                ["GITHUB_WORKSPACE"] = clone.Folder,
            }
        );

    private Task<Bash> OpenPullRequest(GitClone clone, string gh)
    {
        Directory.CreateDirectory(_folder["bin"]);
        GitClone.Script(_folder["bin/gh"], gh);
        return Bash.Run(
            clone.Folder,
            $"PATH=\"{_folder["bin"]}:$PATH\"\n{Script("pull", "Open the pull request")}",
            new()
            {
                ["CLIENT"] = "northwind-traders",
                ["RUNNER_TEMP"] = _folder.Path,
                ["GITHUB_RUN_ID"] = "77",
                ["GITHUB_REF_NAME"] = "main",
                ["GITHUB_STEP_SUMMARY"] = _folder["summary"],
                ["GITHUB_SERVER_URL"] = "https://github.com",
                ["GITHUB_REPOSITORY"] = "acme/content",
            }
        );
    }

    /// <summary>The packed file, and the hash of what is in it.</summary>
    private async Task<(string File, string Sha256)> AProgram(string script)
    {
        var program = Encoding.UTF8.GetBytes($"#!/bin/sh\n{script}\n");
        await using (var packed = new GZipStream(File.Create(_folder["galley-linux-x64.gz"]), CompressionLevel.Fastest))
        {
            await packed.WriteAsync(program);
        }

        return (_folder["galley-linux-x64.gz"], Convert.ToHexStringLower(SHA256.HashData(program)));
    }

    private Task<Bash> Install(string file, string sha256) =>
        Bash.Run(
            _folder.Path,
            Script("install/action", "Install galley"),
            new()
            {
                ["ADDRESS"] = $"file://{file}",
                ["SHA256"] = sha256,
                ["RUNNER_TEMP"] = _folder.Path,
                ["GITHUB_PATH"] = _folder["path"],
            }
        );

    private Task<Bash> Action(string arguments, string allowed = "") =>
        Bash.Run(
            _folder.Path,
            Script("galley/action", "Run galley"),
            new()
            {
                ["GALLEY_CALL"] = _folder["galley"],
                ["GALLEY_ARGUMENTS"] = arguments,
                ["GALLEY_ALLOWED"] = allowed,
                ["GALLEY_CONTENT"] = "posts",
                ["GITHUB_WORKSPACE"] = "/checkout",
                ["RUNNER_TEMP"] = _folder.Path,
                ["GITHUB_OUTPUT"] = _folder["output"],
            }
        );

    private Task<Bash> Import(GitClone clone, string file, string columns = "") =>
        Bash.Run(
            clone.Folder,
            Script("import", "Import"),
            new()
            {
                ["FILE"] = file,
                ["CLIENT"] = "northwind-traders",
                ["DATE_FORMAT"] = "",
                ["COLUMN_NAMES"] = columns,
                ["GALLEY_NOW"] = CliFixture.Now,
                ["RUNNER_TEMP"] = _folder.Path,
                ["GITHUB_STEP_SUMMARY"] = _folder["summary"],
                ["GITHUB_SERVER_URL"] = "https://github.com",
                ["GITHUB_REPOSITORY"] = "acme/content",
                ["GITHUB_REF"] = "refs/heads/june",
                ["GITHUB_REF_NAME"] = "june",
            }
        );

    private async Task<(GitClone Clone, GitClone Remote)> AContentRepository()
    {
        var remote = GitClone.Bare(_folder["remote.git"]);
        var clone = remote.Clone(_folder["clone"]);
        Assert.That(
            (
                await CliRun.In(
                    clone.Folder,
                    "init",
                    "--client-id",
                    "00000000-0000-4000-8000-000000000001",
                    "--now",
                    CliFixture.Now
                )
            ).ExitCode,
            Is.Zero
        );
        clone.Commit("began.txt", "");
        // The preview reads it.
        clone.Git("push", "--quiet", "origin", "HEAD:main");
        Assert.That(
            (await CliRun.In(clone.Folder, "ledger", "init", "--ledger", "git:galley-ledger")).ExitCode,
            Is.Zero
        );
        return (clone, remote);
    }

    private static string[] Head(GitClone remote) =>
        remote.Git("show", "--format=", "--name-status", "june").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Script(string file, string step) => ScriptOfANewRepository(file, step);
}
