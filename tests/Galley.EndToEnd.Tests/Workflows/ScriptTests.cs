using Galley.Cli.Tests.Running;
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

        Assert.That(run.Out, Is.EqualTo("[plan]\n[--client]\n[*]\n[$(id)]\n[--allow-creates]\n[7 --plan x]\n"));
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
    public async Task Preview_InAPlan_IsAPageForEachClientThatThePullRequestTouches()
    {
        var (clone, _) = await AContentRepository();
        await File.WriteAllTextAsync(
            Path.Combine(clone.Folder, "plan.json"),
            """{"clients":[{"slug":"northwind-traders","actions":[{"since_base":"added"}]},{"slug":"other","actions":[{"since_base":null}]}]}"""
        );

        var run = await Bash.Run(clone.Folder, Script("plan", "Preview"), []);

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That(
            Directory.GetFiles(Path.Combine(clone.Folder, "preview")).Select(Path.GetFileName),
            Is.EqualTo(new[] { "northwind-traders.html" })
        );
    }

    private Task<Bash> Action(string arguments, string allowed = "") =>
        Bash.Run(
            _folder.Path,
            Script("action", "Run galley"),
            new()
            {
                ["GALLEY_CALL"] = _folder["galley"],
                ["GALLEY_ARGUMENTS"] = arguments,
                ["GALLEY_ALLOWED"] = allowed,
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

    private static string Script(string file, string step) =>
        ValueOf(
            OfANewRepository
                .Single(workflow => workflow.Path.EndsWith($"/{file}.yml", StringComparison.Ordinal))
                .Steps.Single(node => ValueOf(node, "name") == step),
            "run"
        )!;
}
