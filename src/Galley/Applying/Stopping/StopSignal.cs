using Galley.Applying.Results;

namespace Galley.Applying.Stopping;

/// <summary>
/// Says that nothing new may start: a person asked for it, or the run met what concerns all of it. What is under way
/// is finished.
/// </summary>
internal sealed class StopSignal(CancellationToken asked) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(asked);
    private Stop? _stop;

    /// <summary>Ends every wait for something that has not begun.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The first reason to stop, if it was not a person's wish.</summary>
    public Stop? Reason => Volatile.Read(ref _stop);

    public void Pull(string why, ExitCode need = ExitCode.Error)
    {
        if (Interlocked.CompareExchange(ref _stop, new Stop(why, need), null) is null)
        {
            _source.Cancel();
        }
    }

    /// <summary>For a fault that nobody foresaw.</summary>
    public void PullFor(Exception fault) => Pull(OutcomeMessages.BrokenOff(fault));

    public ApplyItem NotStarted(ApplyItem item) =>
        Reason is { } stop
            ? item with
            {
                Sentence = "Not sent: the run stopped before its turn.",
                Need = stop.Need,
            }
            : item with
            {
                Sentence = "Not sent: you stopped the run before its turn. Run apply again to send it.",
                Need = ExitCode.Interrupted,
            };

    public void Dispose() => _source.Dispose();

    public sealed record Stop(string Why, ExitCode Need);
}
