namespace Galley.Publishing;

/// <summary>
/// How many API requests may be in flight, over all clients, first come first served. A 429 halves the number and makes all
/// wait; as requests succeed it grows again, one by one.
/// </summary>
internal sealed class Pace(int most, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly int _most = most;
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _allowed = most;
    private int _taken;
    private int _succeeded;
    private DateTimeOffset _restsUntil = DateTimeOffset.MinValue;

    public int Allowed
    {
        get { lock (_lock) return _allowed; }
    }

    /// <summary>Takes a slot; disposing gives it back.</summary>
    public async Task<IDisposable> Enter(CancellationToken cancel)
    {
        await Turn(cancel);
        try
        {
            await Rest(cancel);
            return new Slot(this);
        }
        catch
        {
            Leave();
            throw;
        }
    }

    public void Throttled(TimeSpan wait)
    {
        lock (_lock)
        {
            _allowed = Math.Max(1, _allowed / 2);
            _succeeded = 0;
            var until = clock.GetUtcNow() + wait;
            if (until > _restsUntil)
                _restsUntil = until;
        }
    }

    public void Succeeded()
    {
        lock (_lock)
        {
            if (_allowed == _most || ++_succeeded < _allowed)
                return;
            _allowed++;
            _succeeded = 0;
            LetIn();
        }
    }

    private Task Turn(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Enqueue(turn);
            LetIn();
        }

        return turn.Task.IsCompleted ? turn.Task : Await(turn, cancel);
    }

    private static async Task Await(TaskCompletionSource turn, CancellationToken cancel)
    {
        await using var registration = cancel.Register(() => turn.TrySetCanceled(cancel));
        await turn.Task;
    }

    private void LetIn()
    {
        while (_taken < _allowed && _waiting.TryDequeue(out var turn))
        {
            if (turn.TrySetResult())
                _taken++;
        }
    }

    private async Task Rest(CancellationToken cancel)
    {
        while (RestLeft() is { } left && left > TimeSpan.Zero)
            await Task.Delay(left, clock, cancel);
        cancel.ThrowIfCancellationRequested();
    }

    private TimeSpan RestLeft()
    {
        lock (_lock) return _restsUntil - clock.GetUtcNow();
    }

    private void Leave()
    {
        lock (_lock)
        {
            _taken--;
            LetIn();
        }
    }

    private sealed class Slot(Pace pace) : IDisposable
    {
        private Pace? _pace = pace;

        public void Dispose() => Interlocked.Exchange(ref _pace, null)?.Leave();
    }
}
