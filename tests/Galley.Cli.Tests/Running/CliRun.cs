using System.Text.Json.Nodes;
using Galley.Cli;

namespace Galley.Testing;

/// <summary>One run of the whole command line, in this process, with streams, environment, folder and clock of its own.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public JsonNode Json => JsonNode.Parse(Out)!;

    public static Task<CliRun> In(string directory, params string[] args) => In(directory, [], args);

    public static async Task<CliRun> In(string directory, Dictionary<string, string> environment, string[] args, CancellationToken stop = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var shell = new Shell
        {
            In = TextReader.Null,
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            Environment = name => environment.GetValueOrDefault(name),
            Directory = directory,
            Clock = TestClock.System,
            Stop = stop,
        };
        var exitCode = await App.Run(args, shell);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
