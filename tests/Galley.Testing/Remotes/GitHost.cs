using System.Diagnostics;

namespace Galley.Testing.Remotes;

/// <summary>
/// Serves the bare repositories of a folder on loopback, with git's own server, and breaks the line where a test wants
/// it.
/// </summary>
public abstract class GitHost : IAsyncDisposable
{
    private int _cut;

    /// <summary>A remote's URL.</summary>
    /// <param name="repository">Its folder's name.</param>
    public abstract string UrlOf(string repository);

    /// <summary>The next push breaks here; those after it are well.</summary>
    public void CutNextPush(Cut cut) => Volatile.Write(ref _cut, (int)cut);

    public abstract ValueTask DisposeAsync();

    /// <summary>Whether this machine's git has the program: some packages leave the servers out.</summary>
    public static bool IsInstalled(string program) =>
        File.Exists(Path.Combine(new GitClone(Path.GetTempPath()).Git("--exec-path").Trim(), program));

    protected Cut TakeCut() => (Cut)Interlocked.Exchange(ref _cut, 0);

    protected static Process Start(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
#pragma warning disable RS0030 // Tests push to real remotes, served by the real git.
        return Process.Start(start)!;
#pragma warning restore RS0030
    }

    protected static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
