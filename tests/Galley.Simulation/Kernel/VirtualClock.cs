namespace Galley.Simulation.Kernel;

/// <summary>One machine's clock, which may be wrong. Its waits cost no time.</summary>
internal sealed class VirtualClock(Scheduler scheduler, Process process, TimeSpan error) : TimeProvider
{
    /// <summary>By more than a minute.</summary>
    public bool IsOff => error.Duration() > TimeSpan.FromMinutes(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => scheduler.Now + error;

    public override long GetTimestamp() => scheduler.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(scheduler, process, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}

internal sealed class VirtualTimer(Scheduler scheduler, Process process, TimerCallback callback, object? state) : ITimer
{
    private int _version;
    private TimeSpan _period;

    public bool IsDue(int version) => version == _version && !process.IsDead;

    public void Ring()
    {
        if (_period > TimeSpan.Zero)
        {
            scheduler.Add(this, _version, _period);
        }

        process.Post(_ => callback(state), null);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _version++;
        _period = period;
        if (dueTime >= TimeSpan.Zero)
        {
            scheduler.Add(this, _version, dueTime);
        }

        return true;
    }

    public void Dispose() => _version++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
