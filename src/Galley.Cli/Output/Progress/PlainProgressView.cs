using Galley.Applying.Results;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Planning;
using Galley.Rendering.Text;

namespace Galley.Cli.Output.Progress;

/// <summary>
/// Lines for logs, pipes and screen readers: one for each thing that ended or takes long, and one after every ten
/// seconds without any.
/// </summary>
internal sealed class PlainProgressView(Shell shell, CommonOptions common, Plan plan) : ProgressView
{
    private readonly Lock _gate = new();
    private readonly ApplyProgress _progress = new(plan);
    private long _last = shell.Clock.GetTimestamp();

    public override void Report(ApplyEvent value)
    {
        lock (_gate)
        {
            if (value is ApplyEvent.Ended ended)
            {
                _progress.Note(ended);
            }

            if (ProgressMessages.For(value) is { } words)
            {
                Write(words);
            }
        }
    }

    public override async Task<T> During<T>(Func<Task<T>> work)
    {
        if (common.IsQuiet)
        {
            return await work();
        }

        await using var timer = shell.Clock.CreateTimer(
            _ => SayThatItGoesOn(),
            null,
            Heartbeat.Pause,
            TimeSpan.FromSeconds(1)
        );
        return await work();
    }

    public override void End(ApplyResult result) => shell.Out.Write(ApplyResultText.Write(result));

    private void SayThatItGoesOn()
    {
        lock (_gate)
        {
            if (shell.Clock.GetElapsedTime(_last) >= Heartbeat.Pause)
            {
                Write($"  working      {_progress.Done - _progress.NotDone} of {_progress.All} done");
            }
        }
    }

    private void Write(string words)
    {
        _last = shell.Clock.GetTimestamp();
        if (!common.IsQuiet)
        {
            shell.Error.WriteLine(words);
        }
    }
}
