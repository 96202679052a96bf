namespace Galley.Applying.Limits;

/// <summary>
/// How many API requests of one key may be in flight, over all its clients, first come first served. A 429 halves the number
/// and makes all of the key wait; as requests succeed it grows again, one by one.
/// </summary>
/// <param name="slots">Shared by all keys: as many as may be in flight at all.</param>
internal sealed class RateLimiter(int most, TimeProvider clock, SemaphoreSlim slots)
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
        get
        {
            lock (_lock)
            {
                return _allowed;
            }
        }
    }

    /// <summary>Takes a slot; disposing gives it back.</summary>
    public async Task<IDisposable> Enter(CancellationToken cancellationToken)
    {
        await Turn(cancellationToken);
        try
        {
            await TakeSlot(cancellationToken);
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
            {
                _restsUntil = until;
            }
        }
    }

    public void Succeeded()
    {
        lock (_lock)
        {
            if (_allowed == _most || ++_succeeded < _allowed)
            {
                return;
            }

            _allowed++;
            _succeeded = 0;
            LetIn();
        }
    }

    private Task Turn(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Enqueue(turn);
            LetIn();
        }

        return turn.Task.IsCompleted ? turn.Task : Await(turn, cancellationToken);
    }

    private static async Task Await(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }

    private void LetIn()
    {
        while (_taken < _allowed && _waiting.TryDequeue(out var turn))
        {
            if (turn.TrySetResult())
            {
                _taken++;
            }
        }
    }

    /// <summary>A key that rests keeps no slot from another; one that was told to rest while it waited gives its slot back.</summary>
    private async Task TakeSlot(CancellationToken cancellationToken)
    {
        for (; ; slots.Release())
        {
            await Rest(cancellationToken);
            await slots.WaitAsync(cancellationToken);
            if (RestLeft() <= TimeSpan.Zero)
            {
                return;
            }
        }
    }

    private async Task Rest(CancellationToken cancellationToken)
    {
        while (RestLeft() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private TimeSpan RestLeft()
    {
        lock (_lock)
        {
            return _restsUntil - clock.GetUtcNow();
        }
    }

    private void LeaveSlot()
    {
        slots.Release();
        Leave();
    }

    private void Leave()
    {
        lock (_lock)
        {
            _taken--;
            LetIn();
        }
    }

    private sealed class Slot(RateLimiter limiter) : IDisposable
    {
        private RateLimiter? _limiter = limiter;

        public void Dispose() => Interlocked.Exchange(ref _limiter, null)?.LeaveSlot();
    }
}
