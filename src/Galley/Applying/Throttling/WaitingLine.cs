namespace Galley.Applying.Throttling;

/// <summary>
/// Who waits for something, first come first served. Its owner guards it with a lock. Whoever is let in goes on where it
/// waited, never within the call that lets it in.
/// </summary>
internal sealed class WaitingLine
{
    private readonly Queue<TaskCompletionSource> _waiting = new();

    public Task Join(CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(turn);
        return Await(turn, cancellationToken);
    }

    /// <summary>False when nobody waits any more.</summary>
    public bool TryLetIn()
    {
        while (_waiting.TryDequeue(out var turn))
        {
            if (turn.TrySetResult())
            {
                return true;
            }
        }

        return false;
    }

    private static async Task Await(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }
}
