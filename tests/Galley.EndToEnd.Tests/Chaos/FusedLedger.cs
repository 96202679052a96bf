using System.Collections.Immutable;
using Galley.Content;
using Galley.Ledger;

namespace Galley.EndToEnd.Tests.Chaos;

internal sealed class FusedLedger(ILedger inner, Fuse fuse) : ILedger
{
    public LedgerHeader Header => inner.Header;

    public Task<ClientLedger> Read(string account, CancellationToken cancel) => inner.Read(account, cancel);

    public Task<bool> TryIntend(Account account, Intended intent, LedgerObject? expected, CancellationToken cancel) =>
        fuse.Through(() => inner.TryIntend(account, intent, expected, cancel));

    public Task Record(Account account, IReadOnlyList<LedgerEvent> events, CancellationToken cancel) =>
        fuse.Through(() => Counted(inner.Record(account, events, cancel)));

    public Task Bind(LedgerBinding binding, CancellationToken cancel) => fuse.Through(() => Counted(inner.Bind(binding, cancel)));

    public Task<int> Recover(IEnumerable<string> lines, CancellationToken cancel) => inner.Recover(lines, cancel);

    public bool IsInFlight(Intended intent) => inner.IsInFlight(intent);

    public Task<ImmutableArray<MetricsLine>> Metrics(string account, CancellationToken cancel) => inner.Metrics(account, cancel);

    public Task AddMetrics(IReadOnlyDictionary<string, IReadOnlyList<MetricsLine>> byAccount, CancellationToken cancel) => inner.AddMetrics(byAccount, cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static async Task<bool> Counted(Task work)
    {
        await work;
        return true;
    }
}
