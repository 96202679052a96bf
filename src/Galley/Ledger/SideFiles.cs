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
            catch (StoreException failure)
                when (failure is not SetBackException && failures < _pauses.Most)
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
        return await store.TryAppend(view.Snapshot, await change(view.Snapshot), CancellationToken.None) is not null;
    }
}
