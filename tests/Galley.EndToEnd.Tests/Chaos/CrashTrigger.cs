namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>
/// The death of a run inside the tests' own process. Every call to ledger and API crosses it twice, going and coming back;
/// at the crossing that it was made for it blows, and from then on whoever crosses is held for ever.
/// </summary>
/// <param name="crossings">Null: it never blows.</param>
internal sealed class CrashTrigger(int? crossings)
{
    private readonly TaskCompletionSource _blown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<Task> _underWay = [];
    private int _left = crossings ?? int.MaxValue;

    public Task Blown => _blown.Task;

    public bool HasBlown => _blown.Task.IsCompleted;

    public async Task<T> Through<T>(Func<Task<T>> call)
    {
        var work = Begin(call);
        if (work is null)
        {
            await Held();
        }

        try
        {
            return await work!;
        }
        finally
        {
            if (!Crosses())
            {
                await Held();
            }
        }
    }

    /// <summary>What had left the run when it died is still on its way: it arrives, or it does not.</summary>
    public async Task Settle()
    {
        Task[] calls;
        lock (_lock)
        {
            calls = [.. _underWay];
        }

        await Task.WhenAll(calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Crossing and setting out are one: nothing leaves a run that is dead. Null when it is.</summary>
    private Task<T>? Begin<T>(Func<Task<T>> call)
    {
        lock (_lock)
        {
            if (!Crosses())
            {
                return null;
            }

            var work = call();
            _underWay.Add(work);
            return work;
        }
    }

    private bool Crosses()
    {
        if (Interlocked.Decrement(ref _left) > 0)
        {
            return true;
        }

        _blown.TrySetResult();
        return false;
    }

    private static Task Held() => new TaskCompletionSource().Task;
}
