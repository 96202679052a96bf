namespace Galley.Applying.Throttling;

/// <summary>As many places as may be taken at once, first come first served, which a semaphore does not promise.</summary>
internal sealed class Slots(int most)
{
    private readonly Lock _lock = new();
    private readonly WaitingLine _line = new();
    private int _free = most;

    public Task Take(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_free == 0)
            {
                return _line.Join(cancellationToken);
            }

            _free--;
            return Task.CompletedTask;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (!_line.TryLetIn())
            {
                _free++;
            }
        }
    }
}
