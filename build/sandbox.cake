// A LeadPanther for a task to work against, on a free port of this machine, and ended by its id whatever becomes of the task.

using System.Runtime.InteropServices;

sealed class RunningSandbox : IDisposable
{
    readonly System.Diagnostics.Process _process;
    readonly PosixSignalRegistration _told;

    RunningSandbox(System.Diagnostics.Process process)
    {
        _process = process;
        // Ctrl-C reaches it as well, but a word to end that is meant for Cake alone would leave it behind.
        _told = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => End());
    }

    /// <summary>LEADPANTHER_API_URL and the keys.</summary>
    public Dictionary<string, string> Access { get; private set; }

    public static RunningSandbox Start(FilePath galley, ProcessArgumentBuilder arguments)
    {
        var sandbox = new RunningSandbox(
            System.Diagnostics.Process.Start(
                new System.Diagnostics.ProcessStartInfo
                {
                    FileName = galley.FullPath,
                    Arguments = arguments.Render(),
                    RedirectStandardOutput = true,
                }
            )
        );
        try
        {
            sandbox.WaitUntilReady();
            return sandbox;
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _told.Dispose();
        End();
        _process.Dispose();
    }

    void End()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    // It takes any free port, and prints which, with its keys, as `export NAME=VALUE` lines.
    void WaitUntilReady()
    {
        var welcome = System.Threading.Tasks.Task.Run(() => ReadAccess(_process.StandardOutput));
        if (!welcome.Wait(TimeSpan.FromSeconds(30)) || !welcome.Result.ContainsKey("LEADPANTHER_API_URL"))
        {
            throw new CakeException("galley sandbox was not ready within 30 s; what it says above tells why.");
        }

        Access = welcome.Result;
        // Its later lines must go somewhere, or a full pipe would stop it.
        _ = _process.StandardOutput.BaseStream.CopyToAsync(System.IO.Stream.Null);
    }

    static Dictionary<string, string> ReadAccess(System.IO.TextReader output)
    {
        const string Export = "export ";
        var access = new Dictionary<string, string>();
        while (output.ReadLine()?.Trim() is { } line && line != "Press Ctrl-C to stop it.")
        {
            if (line.StartsWith(Export) && line[Export.Length..].Split('=', 2) is [var name, var value])
            {
                access[name] = value;
            }
        }

        return access;
    }
}
