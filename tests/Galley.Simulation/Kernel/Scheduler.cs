using Galley.Simulation.Promises;

namespace Galley.Simulation.Kernel;

/// <summary>
/// One thread on which all runs take turns. Chance says whose turn is next; when nobody can go on, time leaps to the next timer.
/// So a seed decides every interleaving.
/// </summary>
internal sealed class Scheduler(DateTimeOffset start, Trace trace)
{
    // A hundred times as many as a scenario takes.
    private const long MostTurns = 100_000;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<Turn> _ready = [];
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (long Due, long Order)> _timers = new();
    private long _order;

    public Chance Chance { get; set; } = new(0);

    public DateTimeOffset Now { get; private set; } = start;

    public Trace Trace => trace;

    /// <summary>Ends the simulation at once: nobody in it may catch this.</summary>
    public Exception? Fault { get; set; }

    /// <summary>How many turns were taken.</summary>
    public long Turns { get; private set; }

    /// <summary>Takes turns until the work is done.</summary>
    public void Run(Process process, Func<Task> work)
    {
        var before = SynchronizationContext.Current;
        try
        {
            var end = process.Run(work);
            while (!end.IsCompleted)
            {
                Next();
                if (Fault is { } fault)
                {
                    throw fault;
                }
            }

            end.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public void Add(Process process, SendOrPostCallback callback, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Fault ??= new BrokenPromise(
                "A seed decides everything",
                $"something left the simulation's thread: {Environment.StackTrace}"
            );
            return;
        }

        if (!process.IsDead)
        {
            _ready.Add(new Turn(process, callback, state));
        }
    }

    public void Add(VirtualTimer timer, int version, TimeSpan wait) =>
        _timers.Enqueue((timer, version), ((Now + wait).UtcTicks, _order++));

    public void Forget(Process process) => _ready.RemoveAll(turn => turn.Process == process);

    private void Next()
    {
        if (_ready.Count == 0)
        {
            Leap();
            return;
        }

        if (Turns == MostTurns)
        {
            throw new BrokenPromise("Everything comes to an end", $"not within {MostTurns} turns");
        }

        var index = Chance.Below(_ready.Count);
        var turn = _ready[index];
        _ready.RemoveAt(index);
        Turns++;
        turn.Process.Take(turn.Callback, turn.State);
    }

    private void Leap()
    {
        if (!_timers.TryDequeue(out var next, out var when))
        {
            throw new BrokenPromise("Everything comes to an end", "all wait for something that never comes");
        }

        if (next.Timer.IsDue(next.Version))
        {
            Now = new DateTimeOffset(Math.Max(when.Due, Now.UtcTicks), TimeSpan.Zero);
            next.Timer.Ring();
        }
    }

    private sealed record Turn(Process Process, SendOrPostCallback Callback, object? State);
}
