using System.Text.RegularExpressions;
using Galley.Ledger.Format;
using Galley.Ledger.Stores;

namespace Galley.Ledger;

/// <summary>The ledger as the store had it at one moment.</summary>
internal sealed partial record LedgerView(StoreSnapshot Snapshot, LedgerHeader Header)
{
    /// <summary>Null when there is no ledger.</summary>
    public static async Task<LedgerView?> Load(ILedgerStore store, CancellationToken cancellationToken)
    {
        if (await store.Latest(cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var name = store.NameOf(HeaderFormat.FileName);
        if (!snapshot.Files.ContainsKey(HeaderFormat.FileName))
        {
            throw new LedgerDamagedException(name, 1, "the file is missing");
        }

        return new LedgerView(
            snapshot,
            HeaderFormat.Read(await store.Read(snapshot, HeaderFormat.FileName, cancellationToken), name)
        );
    }

    /// <summary>For a running galley, whose ledger must still be the one that it opened.</summary>
    public static async Task<LedgerView> LoadAgain(
        ILedgerStore store,
        string ledgerId,
        CancellationToken cancellationToken
    ) =>
        await Load(store, cancellationToken) is { } view && view.Header.LedgerId == ledgerId
            ? view
            : throw new GalleyException(
                "The ledger was taken away or replaced while galley was running: put it back, then run this again."
            );

    public static string FileOf(string account) => NameOf(account) + ".jsonl";

    /// <summary>The account's id, if a file can have that name.</summary>
    public static string NameOf(string account) =>
        AccountId().IsMatch(account)
            ? account
            : throw new GalleyException(
                $"\"{account}\" can't name a ledger file: check client_id or user_id in client.yaml."
            );

    public string? VersionOf(string account) => Snapshot.Files.GetValueOrDefault(FileOf(account));

    public async Task<LedgerFile> Read(ILedgerStore store, string account, CancellationToken cancellationToken)
    {
        var name = store.NameOf(FileOf(account));
        if (!store.TakesFile(FileOf(account)))
        {
            throw new LedgerDamagedException(name, 1, "it is a link, a folder or a pipe, and no file");
        }

        if (VersionOf(account) is null)
        {
            return Header.Clients.ContainsKey(account)
                ? throw new LedgerDamagedException(name, 1, "the file is missing, and ledger.json lists its client")
                : LedgerFile.Empty(Header.LedgerId, account);
        }

        var bytes = await store.Read(Snapshot, FileOf(account), cancellationToken);
        if (bytes.Length > 0 && !Header.Clients.ContainsKey(account))
        {
            throw new LedgerDamagedException(name, 1, "ledger.json does not list its client");
        }

        return LedgerFile.Read(bytes, name, Header.LedgerId, account, store.WritesWhole);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,127}\z")]
    private static partial Regex AccountId();
}
