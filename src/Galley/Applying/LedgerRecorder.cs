using Galley.Applying.Results;
using Galley.Applying.Stopping;
using Galley.Applying.Throttling;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Applying;

/// <summary>
/// Writes facts down, and never gives one up lightly: while one can't be made durable no new create starts, and it is tried
/// again until that works, patience ends or a person stops the run. Then its lines stand in the result.
/// </summary>
internal sealed class LedgerRecorder(
    ILedger ledger,
    ApplyOptions options,
    TimeProvider clock,
    StopSignal stopSignal,
    ResultCollector results
)
{
    private readonly Lock _lock = new();
    private readonly WaitingLine _line = new();
    private readonly HashSet<Task> _writing = [];
    private int _pending;

    /// <summary>Ends when all that has happened so far is durable, or given up; null when it is already.</summary>
    public Task? Unwritten
    {
        get
        {
            lock (_lock)
            {
                return _writing.Count == 0 ? null : Task.WhenAll(_writing);
            }
        }
    }

    /// <summary>Ends when nothing waits to be written.</summary>
    public Task Settled(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _pending == 0 ? Task.CompletedTask : _line.Join(cancellationToken);
        }
    }

    /// <summary>Not to be cancelled: what happened has happened. It stands in line for the ledger when this returns its task.</summary>
    public async Task Record(Account account, params IReadOnlyList<LedgerEvent> events)
    {
        var written = Write(account, events);
        lock (_lock)
        {
            _writing.Add(written);
        }

        try
        {
            await written;
        }
        finally
        {
            lock (_lock)
            {
                _writing.Remove(written);
            }
        }
    }

    private async Task Write(Account account, IReadOnlyList<LedgerEvent> events)
    {
        try
        {
            await ledger.Record(account, events, CancellationToken.None);
        }
        catch (UnrecordedException failure)
        {
            Block();
            await Insist(account, failure);
            Unblock();
        }
        catch (GalleyException failure)
        {
            // A store that can't even say what it lacks: what happened is at least told.
            results.AddUnrecorded(events.Select(e => $"{account.Id}: {e}"));
            stopSignal.Pull(failure.Message);
        }
        catch (Exception fault)
        {
            // The ledger is all clients'.
            stopSignal.PullFor(fault);
            throw;
        }
    }

    private async Task Insist(Account account, UnrecordedException failure)
    {
        var until = clock.GetUtcNow() + options.RecordPatience;
        for (var tried = 1; ; tried++)
        {
            results.Say(new ApplyEvent.LedgerBlocked(failure.Message));
            if (failure.IsFinal)
            {
                GiveUp(failure);
                return;
            }

            var last = clock.GetUtcNow() >= until || stopSignal.Token.IsCancellationRequested;
            if (!last)
            {
                await Task.Delay(Backoff.After(tried, 1), clock, stopSignal.Token)
                    .ConfigureAwait(
                        ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
                    );
            }

            try
            {
                await ledger.Record(account, failure.Events, CancellationToken.None);
                return;
            }
            catch (UnrecordedException again)
            {
                failure = again;
            }

            if (!last)
            {
                continue;
            }

            GiveUp(failure);
            return;
        }
    }

    private void GiveUp(UnrecordedException failure)
    {
        results.AddUnrecorded(failure.Lines);
        stopSignal.Pull(failure.Message);
    }

    private void Block()
    {
        lock (_lock)
        {
            _pending++;
        }
    }

    private void Unblock()
    {
        lock (_lock)
        {
            if (--_pending > 0)
            {
                return;
            }

            while (_line.TryLetIn())
            {
                // All at once.
            }
        }
    }
}
