namespace Galley.Cli.Hosting;

/// <summary>The clock of one run: the system's, or one that starts at <c>--now</c> and runs on.</summary>
internal sealed class RunClock : TimeProvider
{
    private readonly TimeProvider _inner;
    private readonly TimeSpan _offset;

    public RunClock(TimeProvider inner, DateTimeOffset? start)
    {
        _inner = inner;
        _offset = start - inner.GetUtcNow() ?? TimeSpan.Zero;
    }

    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow() + _offset;

    public override long GetTimestamp() => _inner.GetTimestamp();

    public override long TimestampFrequency => _inner.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _inner.CreateTimer(callback, state, dueTime, period);
}
