namespace Galley.Applying.Throttling;

/// <summary>
/// How many API requests of one key may be in flight, over all its clients, first come first served. A 429 halves the number
/// and makes all of the key wait; as requests succeed it grows again, one by one.
/// </summary>
/// <param name="slots">Shared by all keys: as many as may be in flight at all.</param>
internal sealed class RateLimiter(int most, TimeProvider clock, Slots slots)
{
    // A delay counts whole milliseconds: a part of one is no wait, and would be asked for again and again.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private readonly Lock _lock = new();
    private readonly int _most = most;
    private readonly WaitingLine _line = new();
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
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_taken >= _allowed)
            {
                return _line.Join(cancellationToken);
            }

            _taken++;
            return Task.CompletedTask;
        }
    }

    private void LetIn()
    {
        while (_taken < _allowed && _line.TryLetIn())
        {
            _taken++;
        }
    }

    /// <summary>A key that rests keeps no slot from another; one that was told to rest while it waited gives its slot back.</summary>
    private async Task TakeSlot(CancellationToken cancellationToken)
    {
        for (; ; slots.Leave())
        {
            await Rest(cancellationToken);
            await slots.Take(cancellationToken);
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
            await Task.Delay(left < Shortest ? Shortest : left, clock, cancellationToken);
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
        slots.Leave();
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
