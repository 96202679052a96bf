using System.Collections.Concurrent;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Live;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying.Looking;

/// <summary>What a run saw of each account, and its way into the records beside the ledger (<see cref="LiveRecord"/>).</summary>
public sealed class Sightings
{
    private readonly ConcurrentDictionary<string, AccountSight> _looks = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Account, ObjectRead Read)> _reads = new();
    private readonly ConcurrentDictionary<string, LiveRecord> _marked = new(StringComparer.Ordinal);

    /// <summary>The account's lists were read.</summary>
    /// <param name="ledger">As it was then.</param>
    public void Add(Account account, LiveState look, ClientLedger ledger) =>
        _looks[account.Id] = new AccountSight(look, ledger.Events);

    public void Add(Account account, ObjectRead read) => _reads.Enqueue((account.Id, read));

    /// <summary>
    /// Writes down what is to be changed or removed, for all clients at once and before the first request: a run that dies behind
    /// one, or gets no answer, leaves a question to the next, even where the file says again what was sent last.
    /// </summary>
    public async Task MarkChanges(
        ILedger ledger,
        IEnumerable<PlannedClient> clients,
        Instant now,
        CancellationToken cancellationToken
    )
    {
        var changed = new Dictionary<string, LiveRecord>(StringComparer.Ordinal);
        foreach (var client in clients)
        {
            var account = client.Ledger.Account;
            var changes = client
                .Plan.Actions.Where(action => action.Type == ActionType.Update || ActionTable.IsRemoval(action.Type))
                .Where(action => !IsMarked(account, action, ledger.Run))
                .Select(action => ObjectRead.Changing(action.Kind, action.Id!, now, client.Ledger.Events, ledger.Run))
                .ToList();
            if (changes.Count > 0)
            {
                var before = _marked.GetValueOrDefault(account) ?? await ledger.ReadLive(account, cancellationToken);
                changed[account] = _marked[account] = LastLook.Mark(before, changes, client.Ledger);
            }
        }

        await ledger.SaveLive(changed, cancellationToken);
    }

    private bool IsMarked(string account, PlanAction action, string run) =>
        _marked.GetValueOrDefault(account)?.Find(action.Kind, action.Id!)?.ChangingRun == run;

    /// <summary>Writes the records that changed, all at once; nothing where LeadPanther shows what it showed before.</summary>
    public async Task Keep(ILedger ledger, CancellationToken cancellationToken)
    {
        var reads = _reads.ToLookup(seen => seen.Account, seen => seen.Read);
        var changed = new Dictionary<string, LiveRecord>(StringComparer.Ordinal);
        foreach (var account in _looks.Keys.Union(reads.Select(seen => seen.Key)).Order(StringComparer.Ordinal))
        {
            var next = LastLook.Keep(
                _marked.GetValueOrDefault(account) ?? await ledger.ReadLive(account, cancellationToken),
                _looks.GetValueOrDefault(account) ?? AccountSight.None,
                reads[account],
                await ledger.Read(account, cancellationToken)
            );
            if (next is not null)
            {
                changed[account] = next;
            }
        }

        await ledger.SaveLive(changed, cancellationToken);
    }
}
