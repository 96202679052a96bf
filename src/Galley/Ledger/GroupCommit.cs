namespace Galley.Ledger;

/// <summary>
/// While one batch is written the next gathers; then all of it is written at once. So the slower a write, the more share it. Where
/// writes are slow, a batch also waits a little for what is about to come: answers that follow each other share a push.
/// </summary>
internal sealed class GroupCommit<T>(Func<IReadOnlyList<T>, Task> write, TimeProvider clock)
{
    /// <summary>The part of the last write's time that the next one waits. What comes too late waits for a whole write.</summary>
    private const int WaitedPart = 8;

    /// <summary>Below it a timer is not exact, and the wait would cost more than the write that it saves.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private List<T> _next = [];
    private Task _writing = Task.CompletedTask;
    private TimeSpan _took = TimeSpan.Zero;

    public void Add(T item)
    {
        lock (_gate)
        {
            _next.Add(item);
            if (_writing.IsCompleted)
            {
                _writing = WriteAll();
            }
        }
    }

    /// <summary>Takes an item back that no write has picked up yet.</summary>
    public bool TryRemove(T item)
    {
        lock (_gate)
        {
            return _next.Remove(item);
        }
    }

    /// <summary>Ends when nothing is left to write.</summary>
    public Task Drain()
    {
        lock (_gate)
        {
            return _writing;
        }
    }

    private async Task WriteAll()
    {
        // Whoever adds does not write: it goes on at once, and what it adds next shares the write.
        await Task.Yield();
        while (IsMore())
        {
            if (_took / WaitedPart is var wait && wait >= ShortestWait)
            {
                await Task.Delay(wait, clock);
            }

            if (TakeBatch() is { Count: > 0 } batch)
            {
                var began = clock.GetTimestamp();
                await write(batch);
                _took = clock.GetElapsedTime(began);
            }
        }
    }

    private bool IsMore()
    {
        lock (_gate)
        {
            if (_next.Count == 0)
            {
                _writing = Task.CompletedTask;
            }

            return _next.Count > 0;
        }
    }

    /// <summary>Empty where all was taken back meanwhile.</summary>
    private List<T> TakeBatch()
    {
        lock (_gate)
        {
            var batch = _next;
            _next = [];
            return batch;
        }
    }
}
