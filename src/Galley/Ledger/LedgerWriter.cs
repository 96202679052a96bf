using System.Collections.Concurrent;
using Galley.Ledger.Events;
using Galley.Ledger.Stores;

namespace Galley.Ledger;

/// <summary>Writes batches, one after the other: upon the newest tip, anew when another run was first, until durable or given up.</summary>
internal sealed class LedgerWriter(ILedgerStore store, LedgerView first, LedgerOptions options, string run)
{
    // Files that this run wrote to: a run writes to few clients, and reads many.
    private readonly ConcurrentDictionary<string, (string? Version, LedgerFile File)> _written = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<PendingWrite, bool> _withdrawals = new();

    // What happened and could not be written: whoever recorded it tries again. Until then its intent is open, though its slot
    // is free, so no other intent is taken.
    private readonly HashSet<string> _owed = new(StringComparer.Ordinal);
    private readonly string _ledgerId = first.Header.LedgerId;
    private readonly RetryPauses _pauses = new(options);
    private volatile LedgerView _view = first;
    private bool _stale;

    public LedgerView View => _view;

    /// <summary>An event of a file that this run wrote to, whatever the store holds by now.</summary>
    public LedgerEvent? Written(string account, string eventId) =>
        _written.TryGetValue(account, out var written) ? written.File.Find(eventId) : null;

    /// <summary>Ends every write of the batch, one way or the other.</summary>
    public async Task Write(IReadOnlyList<PendingWrite> batch)
    {
        for (var failures = 0; ; )
        {
            try
            {
                if (await TryWrite(batch))
                {
                    return;
                }

                await _pauses.AfterLostRace(CancellationToken.None);
            }
            catch (StoreException failure) when (failure is not SetBackException && failures < _pauses.Most)
            {
                _stale = true;
                await _pauses.AfterFailure(failures++, CancellationToken.None);
            }
            catch (Exception e)
            {
                _stale = true;
                _owed.UnionWith(FactsOf(batch));
                foreach (var write in batch)
                {
                    write.Outcome.TrySetException(e);
                }

                return;
            }
        }
    }

    /// <summary>An intent that was given up, but may have arrived: the next write that succeeds releases it if so.</summary>
    public void Withdraw(PendingWrite.Withdrawal withdrawal) => _withdrawals[withdrawal] = true;

    /// <summary>Without it, a withdrawn intent that did arrive is in doubt until a person says.</summary>
    public async Task TryWithdraw()
    {
        try
        {
            if (!_withdrawals.IsEmpty)
            {
                await TryWrite([]);
            }
        }
        catch (GalleyException)
        {
            // Its failure was reported when the intent was given up.
        }
    }

    /// <summary>False when another run was first.</summary>
    private async Task<bool> TryWrite(IReadOnlyList<PendingWrite> batch)
    {
        if (_stale)
        {
            _view = await LedgerView.LoadAgain(store, _ledgerId, CancellationToken.None);
        }

        _stale = true;

        var draft = new LedgerDraft(_view, run, Read);
        var isBehind = !_owed.IsSubsetOf(FactsOf(batch));
        // What ends an intent comes before what begins one in its slot, also where a line of the write is the last that arrives.
        var writes = _withdrawals.Keys.Concat(batch).OrderBy(write => write is PendingWrite.Conditional);
        foreach (var write in writes.Where(w => !w.Outcome.Task.IsCompleted))
        {
            if (isBehind && write.Events.Any(e => e is Intended))
            {
                write.Outcome.TrySetException(new StoreException("The ledger lacks what this run did before."));
            }
            else if (!await TryAdd(draft, write) && write is PendingWrite.Facts)
            {
                _owed.UnionWith(FactsOf([write]));
                isBehind = true;
            }
        }

        if (!draft.IsEmpty)
        {
            if (await store.TryAppend(_view.Snapshot, draft.Change(), CancellationToken.None) is not { } next)
            {
                return false;
            }

            Take(draft, next);
        }

        _stale = false;
        draft.Settle();
        _owed.ExceptWith(FactsOf(batch.Where(write => write.Outcome.Task.IsCompletedSuccessfully)));
        foreach (var settled in _withdrawals.Keys.Where(w => w.Outcome.Task.IsCompleted))
        {
            _withdrawals.TryRemove(settled, out _);
        }

        return true;
    }

    private static IEnumerable<string> FactsOf(IEnumerable<PendingWrite> batch) =>
        batch.OfType<PendingWrite.Facts>().SelectMany(write => write.Events.Select(e => e.Stamp!.Id));

    private static async Task<bool> TryAdd(LedgerDraft draft, PendingWrite write)
    {
        try
        {
            await draft.Add(write);
            return true;
        }
        catch (GalleyException e) when (e is not StoreException)
        {
            // One client's damage or wrong owner stops that client alone.
            write.Outcome.TrySetException(e);
            return false;
        }
    }

    private async Task<LedgerFile> Read(string account)
    {
        var version = _view.VersionOf(account);
        if (_written.TryGetValue(account, out var known) && known.Version == version)
        {
            return known.File;
        }

        var file = await _view.Read(store, account, CancellationToken.None);
        if (file.Torn > 0)
        {
            options.Say(
                $"Removed {file.Torn} bytes from the end of {store.NameOf(LedgerView.FileOf(account))}: a run was stopped while it wrote "
                    + "this line, so nothing was sent for it."
            );
        }

        return file;
    }

    private void Take(LedgerDraft draft, StoreSnapshot next)
    {
        _view = new LedgerView(next, draft.Header);
        foreach (var (account, file) in draft.Files)
        {
            _written[account] = (_view.VersionOf(account), file.AsStored());
        }
    }
}
