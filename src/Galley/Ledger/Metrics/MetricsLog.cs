using System.Collections.Immutable;
using Galley.Ledger.Stores;

namespace Galley.Ledger.Metrics;

/// <summary>The metrics files beside a ledger: appended by each refresh, read by the report.</summary>
internal sealed class MetricsLog(SideFiles files)
{
    public async Task<ImmutableArray<MetricsLine>> Read(
        StoreSnapshot snapshot,
        string account,
        CancellationToken cancellationToken
    ) =>
        await files.TryRead(snapshot, FileOf(account), cancellationToken) is { } bytes
            ? MetricsFormat.Read(bytes, files.NameOf(FileOf(account)))
            : [];

    /// <summary>All of it at once.</summary>
    public Task Append(
        IReadOnlyDictionary<string, IReadOnlyList<MetricsLine>> byAccount,
        CancellationToken cancellationToken
    )
    {
        var count = byAccount.Values.Sum(lines => lines.Count);
        return files.Write(Change, cancellationToken);

        async Task<StoreChange> Change(StoreSnapshot snapshot)
        {
            var appends = ImmutableArray.CreateBuilder<FileAppend>();
            foreach (var (account, lines) in byAccount)
            {
                var stored = await files.TryRead(snapshot, FileOf(account), cancellationToken) ?? [];
                var whole = MetricsFormat.WholeLength(stored);
                byte[] bytes = [.. stored.AsSpan(0, whole), .. MetricsFormat.Write(lines)];
                appends.Add(new FileAppend(FileOf(account), bytes, whole));
            }

            var message = $"Keep the figures of {Plural.Format(count, "object")}\n";
            return new StoreChange(appends.ToImmutable(), Header: null, message);
        }
    }

    private static string FileOf(string account) => $"metrics/{LedgerView.FileOf(account)}";
}
