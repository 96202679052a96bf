using System.Runtime.CompilerServices;

namespace Galley.Planning;

/// <summary>The same work for one client after the other, some of them at once; what comes of it keeps the clients' order.</summary>
internal static class OrderedParallel
{
    /// <param name="atOnce">1: one after the other. More: twice as many are begun, so that a slow one keeps no processor waiting.</param>
    public static async IAsyncEnumerable<T> InOrder<T>(
        IReadOnlyList<string> slugs,
        int atOnce,
        Func<string, Task<T>> work,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var most = atOnce == 1 ? 1 : atOnce * 2;
        var begun = new Queue<Task<T>>();
        try
        {
            foreach (var slug in slugs)
            {
                cancellationToken.ThrowIfCancellationRequested();
                begun.Enqueue(most == 1 ? work(slug) : Task.Run(() => work(slug), cancellationToken));
                if (begun.Count == most)
                {
                    yield return await begun.Dequeue();
                }
            }

            while (begun.TryDequeue(out var next))
            {
                yield return await next;
            }
        }
        finally
        {
            // Whoever stops listening closes the ledger next: nobody may still be reading it.
            await ((Task)Task.WhenAll(begun)).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
            );
        }
    }
}
