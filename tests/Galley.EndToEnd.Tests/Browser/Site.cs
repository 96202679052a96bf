using Galley.Cli.Tests.Running;
using Galley.EndToEnd.Tests.Conventions;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>A preview as `galley preview` writes it.</summary>
internal static class Site
{
    public static readonly string Example = Path.Combine(Repository.Root, "content-example");

    /// <param name="arguments">Where to, and of whom.</param>
    public static async Task Write(string content, params string[] arguments)
    {
        var run = await CliRun.In(content, ["preview", .. arguments, "--now", CliFixture.Now]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }
}
