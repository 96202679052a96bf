using Microsoft.Extensions.Time.Testing;

namespace Galley.Testing.Time;

/// <summary>A clock that leaps to the end of every wait as soon as it begins, so that waits cost no time and still count.</summary>
public sealed class LeapingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Lock _lock = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var due = GetUtcNow() + dueTime;
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            ThreadPool.QueueUserWorkItem(_ => LeapTo(due));
        }

        return timer;
    }

    private void LeapTo(DateTimeOffset due)
    {
        lock (_lock)
        {
            if (GetUtcNow() < due)
            {
                SetUtcNow(due);
            }
        }
    }
}
