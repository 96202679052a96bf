using System.Collections.Immutable;
using System.Security.Cryptography;
using Galley.Ledger.Stores;

namespace Galley.Ledger.Metrics;

/// <summary>The metrics files beside a ledger: appended by each refresh, read by the report. They decide nothing, so they bear no chain.</summary>
internal sealed class MetricsLog(ILedgerStore store, string ledgerId, LedgerOptions options)
{
    public async Task<ImmutableArray<MetricsLine>> Read(
        StoreSnapshot snapshot,
        string account,
        CancellationToken cancellationToken
    ) =>
        await store.TryRead(snapshot, FileOf(account), cancellationToken) is { } bytes
            ? MetricsFormat.Read(bytes, store.NameOf(FileOf(account)))
            : [];

    /// <summary>All of it at once, upon whatever the store holds then.</summary>
    public async Task Append(
        IReadOnlyDictionary<string, IReadOnlyList<MetricsLine>> byAccount,
        CancellationToken cancellationToken
    )
    {
        for (var failures = 0; ; )
        {
            try
            {
                if (await TryAppend(byAccount, cancellationToken))
                {
                    return;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(10, 200)), cancellationToken);
            }
            catch (StoreException) when (failures < options.RetryDelays.Length)
            {
                await Task.Delay(options.RetryDelays[failures++], cancellationToken);
            }
        }
    }

    private static string FileOf(string account) => $"metrics/{LedgerView.FileOf(account)}";

    private async Task<bool> TryAppend(
        IReadOnlyDictionary<string, IReadOnlyList<MetricsLine>> byAccount,
        CancellationToken cancellationToken
    )
    {
        if (await LedgerView.Load(store, cancellationToken) is not { } view || view.Header.LedgerId != ledgerId)
        {
            throw new GalleyException(
                "The ledger was taken away or replaced while galley was running: put it back, then run this again."
            );
        }

        var appends = ImmutableArray.CreateBuilder<FileAppend>();
        foreach (var (account, lines) in byAccount)
        {
            var stored = await store.TryRead(view.Snapshot, FileOf(account), cancellationToken) ?? [];
            var whole = MetricsFormat.WholeLength(stored);
            appends.Add(
                new FileAppend(
                    FileOf(account),
                    (byte[])[.. stored.AsSpan(0, whole), .. MetricsFormat.Write(lines)],
                    whole
                )
            );
        }

        var count = byAccount.Values.Sum(lines => lines.Count);
        var message = $"Keep the figures of {Plural.Format(count, "object")}\n";
        return await store.TryAppend(
            view.Snapshot,
            new StoreChange(appends.ToImmutable(), Header: null, message),
            CancellationToken.None
        )
            is not null;
    }
}
