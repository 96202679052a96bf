using Microsoft.Extensions.Time.Testing;

namespace Galley.Testing.Time;

/// <summary>A machine that sleeps right after its clock was read for the first time: the clock jumps, and no timer has moved.</summary>
public sealed class SuspendedTime(DateTimeOffset start, TimeSpan sleep) : FakeTimeProvider(start)
{
    private int _reads;

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + (Interlocked.Increment(ref _reads) == 1 ? TimeSpan.Zero : sleep);
}
