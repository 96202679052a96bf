using Galley.Ledger.Stores;

namespace Galley.Ledger;

/// <summary>
/// The files beside a ledger (metrics, live). They decide nothing and have no chain, so each write goes on top of
/// what is there.
/// </summary>
internal sealed class SideFiles(ILedgerStore store, string ledgerId, LedgerOptions options)
{
    private readonly RetryPauses _pauses = new(options);

    public string NameOf(string file) => store.NameOf(file);

    public Task<byte[]?> TryRead(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        store.TryRead(snapshot, file, cancellationToken);

    public Task<string?> TryVersion(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        store.TryVersion(snapshot, file, cancellationToken);

    /// <param name="change">Asked again whenever another run was first.</param>
    public async Task Write(Func<StoreSnapshot, Task<StoreChange>> change, CancellationToken cancellationToken)
    {
        for (var failures = 0; ; )
        {
            try
            {
                if (await TryWrite(change, cancellationToken))
                {
                    return;
                }

                await _pauses.AfterLostRace(cancellationToken);
            }
            catch (StoreException failure) when (failure is not SetBackException && failures < _pauses.Most)
            {
                await _pauses.AfterFailure(failures++, cancellationToken);
            }
        }
    }

    private async Task<bool> TryWrite(
        Func<StoreSnapshot, Task<StoreChange>> change,
        CancellationToken cancellationToken
    )
    {
        var view = await LedgerView.LoadAgain(store, ledgerId, cancellationToken);
        var possible = Possible(await change(view.Snapshot));
        return possible is { Appends.IsEmpty: true, Replacements.IsEmpty: true }
            || await store.TryAppend(view.Snapshot, possible, CancellationToken.None) is not null;
    }

    /// <summary>Without the files of clients that something else stands in place of: the others are kept.</summary>
    private StoreChange Possible(StoreChange change)
    {
        foreach (
            var odd in change
                .Appends.Select(append => append.File)
                .Concat(change.Replacements.Select(replacement => replacement.File))
                .Where(file => !store.TakesFile(file))
        )
        {
            options.Say($"{NameOf(odd)} is a link, a folder or a pipe, so Galley keeps nothing there. Delete it.");
        }

        return change with
        {
            Appends = [.. change.Appends.Where(append => store.TakesFile(append.File))],
            Replacements = [.. change.Replacements.Where(replacement => store.TakesFile(replacement.File))],
        };
    }
}
