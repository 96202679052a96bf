using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Workflows;

/// <summary>The scripts in the workflows, run.</summary>
internal sealed class ScriptTests : WorkflowScripts
{
    [TestCase(0, 0, false)]
    [TestCase(3, 3, false)]
    [TestCase(4, 0, true)]
    [TestCase(6, 6, false)]
    public async Task Action_EndsAsGalleyDoes_ButAPersonsWorkIsAWarning(int galley, int job, bool isWarned)
    {
        GitClone.Script(Folder["galley"], $"exit {galley}");

        var run = await Action("apply");

        Assert.That((run.ExitCode, run.Out.Contains("::warning title=Galley::")), Is.EqualTo((job, isWarned)));
        Assert.That(await File.ReadAllTextAsync(Folder["output"]), Is.EqualTo($"exit-code={galley}\n"));
    }

    [Test]
    public async Task Action_SplitsAtBlanks_AndExpandsNothing()
    {
        GitClone.Script(Folder["galley"], "for word in \"$@\"; do echo \"[$word]\"; done");

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
            await File.ReadAllTextAsync(Folder["summary"]),
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
            await File.ReadAllTextAsync(Folder["summary"]),
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
            Folder["report.json"],
            """{"plan":{"clients":[{"slug":"northwind-traders","actions":[{"since_base":"added"}]}"""
                + """,{"slug":"other","actions":[{"since_base":null}]}]}}"""
        );

        var run = await Bash.Run(
            clone.Folder,
            Script("plan", "Preview"),
            new() { ["RUNNER_TEMP"] = Folder.Path, ["GITHUB_WORKSPACE"] = clone.Folder }
        );

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That(
            await File.ReadAllTextAsync(Folder["preview.html"]),
            Does.Contain("Northwind Traders: posts to look at")
        );
        Assert.That(Directory.GetFiles(Folder["previews"]), Is.Empty);
    }

    [Test]
    public async Task Preview_OfAPlanThatFailed_IsNone()
    {
        await File.WriteAllTextAsync(Folder["report.json"], """{"plan":null,"error":"No ledger."}""");

        var run = await Bash.Run(Folder.Path, Script("plan", "Preview"), new() { ["RUNNER_TEMP"] = Folder.Path });

        Assert.That((run.ExitCode, File.Exists(Folder["preview.html"])), Is.EqualTo((0, false)), run.Out);
    }

    private Task<Bash> Action(string arguments, string allowed = "") =>
        Bash.Run(
            Folder.Path,
            Script("galley/action", "Run galley"),
            new()
            {
                ["GALLEY_CALL"] = Folder["galley"],
                ["GALLEY_ARGUMENTS"] = arguments,
                ["GALLEY_ALLOWED"] = allowed,
                ["GALLEY_CONTENT"] = "posts",
                ["GITHUB_WORKSPACE"] = "/checkout",
                ["RUNNER_TEMP"] = Folder.Path,
                ["GITHUB_OUTPUT"] = Folder["output"],
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
                ["RUNNER_TEMP"] = Folder.Path,
                ["GITHUB_STEP_SUMMARY"] = Folder["summary"],
                ["GITHUB_SERVER_URL"] = "https://github.com",
                ["GITHUB_REPOSITORY"] = "acme/content",
                ["GITHUB_REF"] = "refs/heads/june",
                ["GITHUB_REF_NAME"] = "june",
            }
        );

    private static string[] Head(GitClone remote) =>
        remote.Git("show", "--format=", "--name-status", "june").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
