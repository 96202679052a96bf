using Galley.Content;

namespace Galley.Ledger;

/// <summary>
/// The record of what was sent, over either store. Appends are chained, stamped and durable when their task ends
/// (synced to disk, or pushed). Throws <see cref="GalleyException"/> for a missing, foreign or damaged ledger.
/// </summary>
public interface ILedger : IAsyncDisposable
{
    LedgerHeader Header { get; }

    /// <summary>The fold of the client's file as the store has it now; empty for a client that it does not hold yet.</summary>
    Task<ClientLedger> Read(string account, CancellationToken cancel);

    /// <summary>
    /// Makes an intent durable. False, and nothing written, when another run wrote about this object since
    /// <paramref name="expected"/> was read: plan this client again.
    /// </summary>
    Task<bool> TryIntend(Account account, Intended intent, LedgerObject? expected, CancellationToken cancel);

    /// <summary>Makes events durable. Never refused for a lost race: they are facts.</summary>
    Task Record(Account account, IReadOnlyList<LedgerEvent> events, CancellationToken cancel);

    /// <summary>Ties the ledger to an API and its owner at the first apply; refuses any other afterwards.</summary>
    Task Bind(LedgerBinding binding, CancellationToken cancel);

    /// <summary>Whether an open intent is another live run's, by its age (branch store), and so held rather than in doubt.</summary>
    bool IsInFlight(Intended intent);
}
