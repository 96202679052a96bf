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
    private readonly Dictionary<string, LiveRecord> _marked = new(StringComparer.Ordinal);

    /// <summary>The account's lists were read.</summary>
    /// <param name="ledger">As it was then.</param>
    public void Add(Account account, LiveState look, ClientLedger ledger) =>
        _looks[account.Id] = new AccountSight(look, ledger.Events);

    public void Add(Account account, ObjectRead read) => _reads.Enqueue((account.Id, read));

    /// <summary>
    /// Writes down what is to be removed, for all clients at once and before the first request: a run that dies behind one, or
    /// gets no answer, leaves a question to the next, even where the file is back by then.
    /// </summary>
    public async Task MarkRemovals(
        ILedger ledger,
        IEnumerable<PlannedClient> clients,
        Instant now,
        CancellationToken cancellationToken
    )
    {
        foreach (var client in clients)
        {
            var removals = client
                .Plan.Actions.Where(action => ActionTable.IsRemoval(action.Type))
                .Select(action => ObjectRead.Removing(action.Kind, action.Id!, now, client.Ledger.Events))
                .ToList();
            if (removals.Count > 0)
            {
                var account = client.Ledger.Account;
                var before = await ledger.ReadLive(account, cancellationToken);
                _marked[account] = LastLook.Mark(before, removals, client.Ledger);
            }
        }

        await ledger.SaveLive(_marked, cancellationToken);
    }

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
