using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.Cli.Tests.Options;

/// <summary>Commands that take words of any kind, such as a folder's name.</summary>
internal sealed class UnknownOptionTests
{
    [TestCase("init", "--yes")]
    [TestCase("import", "--yess", "--client", "acme")]
    [TestCase("approve", "acme", "--cod")]
    public async Task MisspeltOption_IsNoFolderOrFile(params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.In(folder.Path, [], arguments);

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Error));
        Assert.That(run.Error, Does.Contain("Unknown option \"--").And.Contain($"`galley {arguments[0]} --help`"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }
}
