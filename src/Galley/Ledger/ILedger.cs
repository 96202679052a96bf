using System.Collections.Immutable;
using Galley.Content;
using Galley.Ledger.Events;
using Galley.Ledger.Live;
using Galley.Ledger.Metrics;

namespace Galley.Ledger;

/// <summary>
/// The record of what was sent, over either store. Appends are chained, stamped and durable when their task ends
/// (synced to disk, or pushed); many at once share one push. A cancelled append that is under way is finished first.
/// Throws <see cref="GalleyException"/> for a missing, foreign or damaged ledger.
/// </summary>
public interface ILedger : IAsyncDisposable
{
    LedgerHeader Header { get; }

    /// <summary>The random id of this run, as its events carry it.</summary>
    string Run { get; }

    /// <summary>
    /// The fold of the client's file; empty for a client that it does not hold yet. As the store had it when this ledger
    /// was opened, or at its own last append or refused intent, whichever is later.
    /// </summary>
    Task<ClientLedger> Read(string account, CancellationToken cancellationToken);

    /// <summary>
    /// Tells whether what <see cref="Read"/> and <see cref="ReadLive"/> give is as it was, without reading it whole: equal versions,
    /// equal bytes. Null where nobody can tell.
    /// </summary>
    Task<string?> Version(string account, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>
    /// Makes an intent durable, and gives it with its stamp. Null, and nothing written, when another run wrote anything
    /// about this account since <paramref name="lastSeen"/>: plan this client again. When it throws, nothing may be sent.
    /// </summary>
    /// <param name="lastSeen"><see cref="ClientLedger.LastEvent"/> of the ledger that the plan was made from.</param>
    Task<Intended?> TryIntend(Account account, Intended intent, string? lastSeen, CancellationToken cancellationToken);

    /// <summary>Makes events durable under the same condition as <see cref="TryIntend"/>; false when it was refused.</summary>
    Task<bool> TryRecord(
        Account account,
        IReadOnlyList<LedgerEvent> events,
        string? lastSeen,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Makes events durable. Never refused for a lost race: they are facts. Events that bear a stamp already (of an
    /// earlier try) keep it and are written once. Throws <see cref="UnrecordedException"/> when it can't.
    /// </summary>
    Task Record(Account account, IReadOnlyList<LedgerEvent> events, CancellationToken cancellationToken);

    /// <summary>Ties the ledger to an API and its owner at the first apply; refuses any other afterwards.</summary>
    Task Bind(LedgerBinding binding, CancellationToken cancellationToken);

    /// <summary>Keeps in ledger.json that the API does not offer an operation (<see cref="LedgerHeader.NotOffered"/>).</summary>
    Task MarkNotOffered(Account account, string operation, CancellationToken cancellationToken);

    /// <summary>
    /// Records the events of <see cref="UnrecordedException.Lines"/>, whatever stands before or after the JSON in a line;
    /// gives how many the ledger did not hold yet.
    /// </summary>
    Task<int> Recover(IEnumerable<string> lines, CancellationToken cancellationToken);

    /// <summary>Appends what a refresh read to each account's metrics; durable when its task ends.</summary>
    Task AddMetrics(
        IReadOnlyDictionary<string, IReadOnlyList<MetricsLine>> byAccount,
        CancellationToken cancellationToken
    );

    /// <summary>An account's metrics in the order in which they were read; empty when there are none.</summary>
    Task<ImmutableArray<MetricsLine>> Metrics(string account, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps what LeadPanther showed of each account, in place of what was kept before but for what other runs are about to change
    /// (<see cref="LiveRecord.WithOpenQuestions"/>); durable when its task ends. A run that
    /// looked at a part of an account adds to <see cref="ReadLive"/>'s record (<see cref="LiveRecord.With(ObjectRecord)"/>).
    /// </summary>
    Task SaveLive(IReadOnlyDictionary<string, LiveRecord> byAccount, CancellationToken cancellationToken);

    /// <summary>What was kept when this ledger was opened or last written; null when nothing was.</summary>
    Task<LiveRecord?> ReadLive(string account, CancellationToken cancellationToken);

    /// <summary>Whether an open intent is another live run's, by its age, and so held rather than in doubt.</summary>
    bool IsInFlight(Intended intent);
}
