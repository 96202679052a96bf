using Galley.Cli.Tests.Running;
using Galley.Testing;
using static Galley.EndToEnd.Tests.Workflows.WorkflowFile;

namespace Galley.EndToEnd.Tests.Workflows;

/// <summary>The scripts in the workflows, run in a folder of their own.</summary>
internal abstract class WorkflowScripts
{
    protected TemporaryFolder Folder { get; private set; } = null!;

    [SetUp]
    public void MakeFolder() => Folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => Folder.Dispose();

    protected async Task<(GitClone Clone, GitClone Remote)> AContentRepository()
    {
        var remote = GitClone.Bare(Folder["remote.git"]);
        var clone = remote.Clone(Folder["clone"]);
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

    protected static string Script(string file, string step) => ScriptOfANewRepository(file, step);
}
