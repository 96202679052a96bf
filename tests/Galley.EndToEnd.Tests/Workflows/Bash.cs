using System.ComponentModel;
using System.Diagnostics;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Workflows;

/// <summary>Runs a workflow's script as the runner does, with a <c>galley</c> that is the one just built.</summary>
internal sealed record Bash(int ExitCode, string Out)
{
    /// <summary>Ignores the test where the machine lacks what GitHub's have.</summary>
    public static async Task<Bash> Run(string folder, string script, Dictionary<string, string> environment)
    {
        using var tools = new TemporaryFolder();
        var galley = Path.Combine(TestContext.CurrentContext.TestDirectory, "Galley.Cli.dll");
        GitClone.Script(tools["galley"], $"exec dotnet exec '{galley}' \"$@\"");
        await File.WriteAllTextAsync(tools["script.sh"], script);
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", tools["script.sh"]])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{tools.Path}:{start.Environment["PATH"]}";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Start(start);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var words = await output + await error;
        if (words.Contains("jq: command not found"))
        {
            Assert.Ignore("There is no jq here, which GitHub's machines have.");
        }

        return new Bash(process.ExitCode, words);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
#pragma warning disable RS0030 // What a workflow says is run as its runner would run it.
            return Process.Start(start)!;
#pragma warning restore RS0030
        }
        catch (Win32Exception)
        {
            Assert.Ignore("There is no bash here.");
            throw;
        }
    }
}
