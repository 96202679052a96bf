using System.Collections.Immutable;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Live;
using Galley.Ledger.Metrics;

namespace Galley.EndToEnd.Tests.Chaos;

internal sealed class CrashingLedger(ILedger inner, CrashTrigger trigger) : ILedger
{
    public LedgerHeader Header => inner.Header;

    public string Run => inner.Run;

    public Task<ClientLedger> Read(string account, CancellationToken cancellationToken) =>
        inner.Read(account, cancellationToken);

    public Task<Intended?> TryIntend(
        Account account,
        Intended intent,
        string? lastSeen,
        CancellationToken cancellationToken
    ) => trigger.Through(() => inner.TryIntend(account, intent, lastSeen, cancellationToken));

    public Task<bool> TryRecord(
        Account account,
        IReadOnlyList<LedgerEvent> events,
        string? lastSeen,
        CancellationToken cancellationToken
    ) => trigger.Through(() => Counted(inner.TryRecord(account, events, lastSeen, cancellationToken)));

    public Task MarkNotOffered(Account account, string operation, CancellationToken cancellationToken) =>
        trigger.Through(() => Counted(inner.MarkNotOffered(account, operation, cancellationToken)));

    public Task Record(Account account, IReadOnlyList<LedgerEvent> events, CancellationToken cancellationToken) =>
        trigger.Through(() => Counted(inner.Record(account, events, cancellationToken)));

    public Task Bind(LedgerBinding binding, CancellationToken cancellationToken) =>
        trigger.Through(() => Counted(inner.Bind(binding, cancellationToken)));

    public Task<int> Recover(IEnumerable<string> lines, CancellationToken cancellationToken) =>
        inner.Recover(lines, cancellationToken);

    public bool IsInFlight(Intended intent) => inner.IsInFlight(intent);

    public Task<ImmutableArray<MetricsLine>> Metrics(string account, CancellationToken cancellationToken) =>
        inner.Metrics(account, cancellationToken);

    public Task AddMetrics(
        IReadOnlyDictionary<string, IReadOnlyList<MetricsLine>> byAccount,
        CancellationToken cancellationToken
    ) => inner.AddMetrics(byAccount, cancellationToken);

    public Task SaveLive(IReadOnlyDictionary<string, LiveRecord> byAccount, CancellationToken cancellationToken) =>
        inner.SaveLive(byAccount, cancellationToken);

    public Task<LiveRecord?> ReadLive(string account, CancellationToken cancellationToken) =>
        inner.ReadLive(account, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static async Task<bool> Counted(Task work)
    {
        await work;
        return true;
    }
}
