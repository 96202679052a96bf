using NodaTime;

namespace Galley.Benchmarks.Generation;

/// <summary>Always the same instant, so that what is generated is the same, too.</summary>
internal sealed class StoppedClock(Instant now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();
}
