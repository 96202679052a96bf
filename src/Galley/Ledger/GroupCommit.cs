namespace Galley.Ledger;

/// <summary>
/// While one batch is written the next gathers; then all of it is written at once. So the slower a write, the more share it.
/// </summary>
internal sealed class GroupCommit<T>(Func<IReadOnlyList<T>, Task> write)
{
    private readonly Lock _gate = new();
    private List<T> _next = [];
    private Task _writing = Task.CompletedTask;

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
        while (TakeBatch() is { Count: > 0 } batch)
        {
            await write(batch);
        }
    }

    private List<T> TakeBatch()
    {
        lock (_gate)
        {
            var batch = _next;
            _next = [];
            if (batch.Count == 0)
            {
                _writing = Task.CompletedTask;
            }

            return batch;
        }
    }
}
