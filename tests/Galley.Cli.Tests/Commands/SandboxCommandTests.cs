using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.Cli.Tests.Commands;

internal sealed class SandboxCommandTests
{
    [TestCase("update-post", "must look like create-post#3:reset-after-store")]
    [TestCase("create-post:endless", "this can only happen to list-posts, list-lead-magnets")]
    public async Task Fault_ThatCantBeRead_IsSaidBeforeItListens(string rule, string words)
    {
        using var here = new TemporaryFolder();

        var run = await CliRun.In(here.Path, "sandbox", "--fault", "publishes", "--fault", rule);

        Assert.Multiple(() =>
        {
            Assert.That((run.ExitCode, run.Out), Is.EqualTo((1, "")));
            Assert.That(run.Error, Does.Contain($"The fault rule \"{rule}\" can't be read").And.Contains(words));
        });
    }
}
