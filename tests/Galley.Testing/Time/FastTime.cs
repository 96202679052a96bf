using System.Diagnostics;

namespace Galley.Testing.Time;

/// <summary>
/// A clock on which time flies: every wait and deadline ends that many times sooner, and all keep their proportions. It can
/// be put forward besides.
/// </summary>
public sealed class FastTime(DateTimeOffset start, double speed) : TimeProvider
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private long _leaptTicks;

    public override DateTimeOffset GetUtcNow() =>
        start + Stopwatch.GetElapsedTime(_begun) * speed + TimeSpan.FromTicks(Interlocked.Read(ref _leaptTicks));

    public void Leap(TimeSpan by) => Interlocked.Add(ref _leaptTicks, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Sooner(dueTime), Sooner(period));

    private TimeSpan Sooner(TimeSpan wait) => wait == Timeout.InfiniteTimeSpan ? wait : wait / speed;
}
