using Galley.Cli.Hosting;
using Galley.Cli.Options;

namespace Galley.Cli.Output;

/// <summary>Progress of long work for a log: at most a line every ten seconds of real time, and none with --quiet.</summary>
internal sealed class Heartbeat(Shell shell, CommonOptions common)
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long _last = shell.Clock.GetTimestamp();

    public void Say(Func<string> words)
    {
        if (common.IsQuiet)
        {
            return;
        }

        lock (_gate)
        {
            if (shell.Clock.GetElapsedTime(_last) < Pause)
            {
                return;
            }

            _last = shell.Clock.GetTimestamp();
        }

        shell.Error.WriteLine(words());
    }
}
