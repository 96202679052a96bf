using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Galley.Testing.Time;

/// <summary>
/// A clock on which every wait up to a limit is over at once, and noted; longer ones (a request's deadline) never end
/// by themselves.
/// </summary>
public sealed class EagerTime(DateTimeOffset start, TimeSpan limit) : FakeTimeProvider(start)
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime > limit)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        _waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
