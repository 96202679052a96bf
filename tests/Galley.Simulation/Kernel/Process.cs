namespace Galley.Simulation.Kernel;

/// <summary>One run of galley, or a person. It may die between any two of its turns, and is never heard of again.</summary>
internal sealed class Process : SynchronizationContext
{
    private readonly Scheduler _scheduler;
    private readonly TaskCompletionSource _end = new();

    public Process(Scheduler scheduler, string name, TimeSpan clockError = default)
    {
        (_scheduler, Name) = (scheduler, name);
        Clock = new VirtualClock(scheduler, this, clockError);
    }

    public string Name { get; }

    public VirtualClock Clock { get; }

    public bool IsDead { get; private set; }

    public int Turns { get; private set; }

    /// <summary>How many turns it lives; null: to its end.</summary>
    public int? DiesAfter { get; init; }

    /// <summary>What the system does for a process that is no more: its locks fall open.</summary>
    public Action? OnDeath { get; set; }

    /// <summary>Ends with the work, or with the process.</summary>
    public Task Run(Func<Task> work)
    {
        Post(_ => _ = Live(work), null);
        return _end.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => _scheduler.Add(this, d, state);

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new InvalidOperationException("Nobody waits for another by blocking.");

    public override SynchronizationContext CreateCopy() => this;

    public void Take(SendOrPostCallback callback, object? state)
    {
        if (Turns++ == DiesAfter)
        {
            Die();
            return;
        }

        SetSynchronizationContext(this);
        callback(state);
    }

    private void Die()
    {
        IsDead = true;
        _scheduler.Trace.Say(Name, "dies");
        _scheduler.Forget(this);
        OnDeath?.Invoke();
        _end.TrySetResult();
    }

    private async Task Live(Func<Task> work)
    {
        try
        {
            await work();
            _end.TrySetResult();
        }
        catch (Exception fault)
        {
            _end.TrySetException(fault);
        }
    }
}
