using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying.Looking;

/// <summary>
/// Ends doubts that the account's own list can end (design §6, Looking), and finds again what has another id by now. Pure: it
/// gives the events to write down.
/// </summary>
public sealed class InDoubtReconciler(LiveState live, LivePolicy policy, Instant now)
{
    private static readonly Duration RequestTimeout = Duration.FromSeconds(100);

    public IEnumerable<LedgerEvent> Events(ClientLedger ledger, string slug, Func<Intended, bool> isInFlight)
    {
        var unclaimed = new UnclaimedObjects(live, ledger);
        var doubts =
            from known in ledger.Objects.Values
            where known is { State: ObjectState.Open, Intent: not null }
            where !isInFlight(known.Intent!) && known.Intent!.SendBefore + RequestTimeout < now
            orderby known.Kind, known.Key
            select known.Intent;
        foreach (var doubt in doubts)
        {
            if (Settle(doubt, slug, unclaimed) is { } end)
            {
                yield return end;
            }
        }

        foreach (var known in Missing(ledger))
        {
            if (Successor(known, unclaimed) is { } id)
            {
                yield return new Found(slug, known.Kind, known.Key, id, known.Baseline!);
            }
        }
    }

    /// <summary>
    /// What LeadPanther does not know any more under the id that the ledger has for it. While a create has no end, what looks like
    /// its successor may be that one's.
    /// </summary>
    private IEnumerable<LedgerObject> Missing(ClientLedger ledger) =>
        from known in ledger.Objects.Values
        where known is { State: ObjectState.Live, Id: not null, Baseline.Wire: not null }
        where live.Missing.Contains(known.Id!)
        where !ledger.Objects.Values.Any(open => open.State == ObjectState.Open && open.Kind == known.Kind)
        orderby known.Kind, known.Key
        select known;

    /// <summary>
    /// The one object of nobody's that says the same: a ledger that was set back knows the id of what was deleted since, and not
    /// of what was created anew.
    /// </summary>
    private string? Successor(LedgerObject missing, UnclaimedObjects unclaimed) =>
        unclaimed.Find(missing.Kind, WireComparison.Parse(missing.Baseline!.Wire!), now)
            is UnclaimedMatch.Same { Object.Id: var id }
        && unclaimed.TryClaim(id)
            ? id
            : null;

    private IntentEnd? Settle(Intended doubt, string slug, UnclaimedObjects unclaimed)
    {
        if (doubt.Payload.Wire is not { } sent)
        {
            return null;
        }

        var wire = WireComparison.Parse(sent);
        switch (unclaimed.FindSent(doubt.Kind, wire, now))
        {
            case UnclaimedMatch.Same { Object.Id: var id } when unclaimed.TryClaim(id):
                return new Found(slug, doubt.Kind, doubt.Key, id, doubt.Payload) { Intent = doubt.Stamp?.Id };
            case UnclaimedMatch.None when IsDenied(doubt, UnclaimedObjects.TimeOf(wire), unclaimed):
                return new Absent(slug, doubt.Kind, doubt.Key) { Intent = doubt.Stamp?.Id };
            default:
                return null;
        }
    }

    /// <summary>
    /// The list vouches, and was read long enough after the send. Of a post whose time is past it proves nothing, since nobody
    /// knows whether published posts are listed; nor where something of nobody's stands at the same time: somebody may have
    /// edited its text.
    /// </summary>
    private bool IsDenied(Intended doubt, Instant? time, UnclaimedObjects unclaimed) =>
        !policy.AsksOnDoubts
        && live.Lists.TryGetValue(doubt.Kind, out var listing)
        && listing.Vouches
        && listing.ReadAt >= doubt.SendBefore + LiveState.AppearsWithin
        && (time is not { } at || at > listing.ReadAt && !unclaimed.HasOneAt(at));
}
