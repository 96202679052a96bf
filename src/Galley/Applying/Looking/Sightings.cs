using System.Collections.Concurrent;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Live;
using Galley.Planning;

namespace Galley.Applying.Looking;

/// <summary>What a run saw of each account, and its way into the records beside the ledger (<see cref="LiveRecord"/>).</summary>
public sealed class Sightings
{
    private readonly ConcurrentDictionary<string, AccountSight> _looks = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Account, ObjectRead Read)> _reads = new();

    /// <summary>The account's lists were read.</summary>
    /// <param name="ledger">As it was then.</param>
    public void Add(Account account, LiveState look, ClientLedger ledger) =>
        _looks[account.Id] = new AccountSight(look, ledger.Events);

    public void Add(Account account, ObjectRead read) => _reads.Enqueue((account.Id, read));

    /// <summary>Writes the records that changed, all at once; nothing where LeadPanther shows what it showed before.</summary>
    public async Task Keep(ILedger ledger, CancellationToken cancellationToken)
    {
        var reads = _reads.ToLookup(seen => seen.Account, seen => seen.Read);
        var changed = new Dictionary<string, LiveRecord>(StringComparer.Ordinal);
        foreach (var account in _looks.Keys.Union(reads.Select(seen => seen.Key)).Order(StringComparer.Ordinal))
        {
            var next = LastLook.Keep(
                await ledger.ReadLive(account, cancellationToken),
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
