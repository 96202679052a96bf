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

    /// <summary>All of them at once. Whoever writes last has looked last; what others are about to change stays a question.</summary>
    public Task Save(
        IReadOnlyDictionary<string, LiveRecord> byAccount,
        string run,
        CancellationToken cancellationToken
    ) =>
        files.Write(
            async snapshot =>
            {
                var replacements = new List<FileReplacement>();
                foreach (var (account, record) in byAccount)
                {
                    var stored = await Read(snapshot, account, cancellationToken);
                    var whole = record.WithOpenQuestions(stored, run);
                    replacements.Add(new FileReplacement(FileOf(account), LiveFormat.Write(whole)));
                }

                var message = $"Keep what LeadPanther showed of {Plural.Format(byAccount.Count, "client")}\n";
                return new StoreChange(Appends: [], Header: null, message) { Replacements = [.. replacements] };
            },
            cancellationToken
        );

    private static string FileOf(string account) => $"live/{LedgerView.NameOf(account)}.json";
}
