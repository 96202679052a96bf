using Galley.Ledger.Stores;

namespace Galley.Ledger.Live;

/// <summary>The live records beside a ledger: each look writes an account's anew.</summary>
internal sealed class LiveFiles(SideFiles files)
{
    public async Task<LiveRecord?> Read(StoreSnapshot snapshot, string account, CancellationToken cancellationToken) =>
        await files.TryRead(snapshot, FileOf(account), cancellationToken) is { } bytes ? LiveFormat.Read(bytes) : null;

    /// <summary>Changes whenever the record does; null where there is none.</summary>
    public Task<string?> Version(StoreSnapshot snapshot, string account, CancellationToken cancellationToken) =>
        files.TryVersion(snapshot, FileOf(account), cancellationToken);

    /// <summary>All of them at once. Whoever writes last has looked last.</summary>
    public Task Save(IReadOnlyDictionary<string, LiveRecord> byAccount, CancellationToken cancellationToken)
    {
        var change = new StoreChange(
            Appends: [],
            Header: null,
            $"Keep what LeadPanther showed of {Plural.Format(byAccount.Count, "client")}\n"
        )
        {
            Replacements =
            [
                .. byAccount.Select(pair => new FileReplacement(FileOf(pair.Key), LiveFormat.Write(pair.Value))),
            ],
        };
        return files.Write(_ => Task.FromResult(change), cancellationToken);
    }

    private static string FileOf(string account) => $"live/{LedgerView.NameOf(account)}.json";
}
