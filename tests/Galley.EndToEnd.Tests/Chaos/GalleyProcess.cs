using System.Diagnostics;
using System.Text;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>The real program in a process of its own, which can be killed.</summary>
internal sealed class GalleyProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _words = new();

    private GalleyProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Each line that it says.</summary>
    public event Action<string>? Said;

    public bool HasEnded => _process.HasExited;

    public string Words
    {
        get
        {
            lock (_words)
            {
                return _words.ToString();
            }
        }
    }

    public static GalleyProcess Start(ChaosFixture fixture, string root, params string[] arguments) =>
        Start(fixture, root, ["dotnet"], arguments);

    /// <summary>None of its files can grow beyond so many blocks of 512 bytes.</summary>
    public static GalleyProcess StartLimited(
        ChaosFixture fixture,
        string root,
        int blocks,
        params string[] arguments
    ) => Start(fixture, root, ["sh", "-c", $"ulimit -f {blocks}; exec dotnet \"$@\"", "sh"], arguments);

    private static GalleyProcess Start(ChaosFixture fixture, string root, string[] program, string[] arguments)
    {
        var start = new ProcessStartInfo(program[0])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] all =
        [
            .. program[1..],
            Path.Combine(TestContext.CurrentContext.TestDirectory, "Galley.Cli.dll"),
            .. arguments,
            "--ledger",
            fixture.LedgerUri.ToString()!,
            "--now",
            fixture.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Recovery.Door(fixture))
        {
            start.Environment[name] = value;
        }
        // The same start every time; a killed run would only litter.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        // Else the runtime begins with a file larger than any limit.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
#pragma warning disable RS0030 // The tests kill the real program, so they start it.
        return new GalleyProcess(Process.Start(start)!);
#pragma warning restore RS0030
    }

    public async Task<int> End()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: no handler, no flush, no farewell.</summary>
    /// <param name="withChildren">As when its container dies; else a git that it started lives on.</param>
    public async Task Kill(bool withChildren = true)
    {
        _process.Kill(withChildren);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
        {
            return;
        }

        lock (_words)
        {
            _words.AppendLine(line.Data);
        }

        Said?.Invoke(line.Data);
    }
}
