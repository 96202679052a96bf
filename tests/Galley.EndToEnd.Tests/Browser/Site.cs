using Galley.Cli;
using Galley.EndToEnd.Tests.House;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>A preview as `galley preview` writes it.</summary>
internal static class Site
{
    private const string Clock = "2026-06-08T09:00:00Z";

    /// <summary>The example's pages.</summary>
    public static Task Write(string folder) => Run("preview", "--content", Path.Combine(Repository.Root, "content-example"), "--out", folder);

    public static Task WriteOf(string content, string folder) => Run("preview", "--content", content, "--out", folder);

    public static Task WriteOne(string file) =>
        Run("preview", "--content", Path.Combine(Repository.Root, "content-example"), "--client", "finch-revops", "--single-file", file);

    private static async Task Run(params string[] arguments)
    {
        using var output = new StringWriter();
        var exitCode = await App.Run([.. arguments, "--now", Clock], new Shell
        {
            In = TextReader.Null,
            Out = output,
            Error = output,
            Environment = _ => null,
            Directory = Repository.Root,
            Clock = new FakeClock(),
        });
        Assert.That(exitCode, Is.Zero, output.ToString());
    }

    private sealed class FakeClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
