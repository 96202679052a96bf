using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Payloads;

namespace Galley.Ledger;

/// <summary>
/// Events to state. Total: any events in any order give a state, so any prefix of a ledger does. What LeadPanther holds is never
/// lost on the way: an id leaves the state only by an event that ends it, or by another id under its key.
/// <code>
///            intended         created, sent, found
///   (none) ────────────▶ Open ─────────────────▶ Live ──retired──▶ Retired
///     ▲                   │ released, rejected,  │ ▲                  │
///     │                   ▼ not-sent, absent     │ │ adopted, found   │ retired --recreate
///     └── free to ──── NotSent ◀─────────────────┘─┘ ◀────────────────┘
///                              deleted, archived
/// </code>
/// </summary>
public static class LedgerFold
{
    public static ClientLedger Replay(string account, IEnumerable<LedgerEvent> events) =>
        events.Aggregate(ClientLedger.Empty(account), Apply);

    public static ClientLedger Apply(ClientLedger ledger, LedgerEvent e) =>
        Change(
            ledger with
            {
                Slug = e.Slug,
                LastEvent = e.Stamp?.Id,
                Events = ledger.Events + 1,
                Applied = IsOfItsCommit(e) ? e.Stamp : ledger.Applied,
            },
            e
        );

    /// <summary>
    /// Whether the event says what a commit's files say. A person's word may come from any branch, and says nothing of
    /// it.
    /// </summary>
    private static bool IsOfItsCommit(LedgerEvent e) =>
        e is Intended or Moved or Updated or Removal or Found && e.Stamp?.Commit is not null;

    private static ClientLedger Change(ClientLedger ledger, LedgerEvent e) =>
        e switch
        {
            Uploaded x => ledger with { Uploads = ledger.Uploads.SetItem(x.Sha256, x) },
            Moved x => Move(ledger, x),
            // Nothing is known of the object by it: it speaks of a text.
            Approved x => ledger with { Approvals = ledger.Approvals.SetItem(x.ApprovalCode, x) },
            Updated x => Update(ledger, x),
            Created or Sent or Found or Adopted or Done => Put(ledger, Known(ledger, (ObjectEvent)e)),
            Removal x => Remove(ledger, x),
            ObjectEvent x => Put(GiveUp(ledger, x), Apply(Before(ledger, x), x)),
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, null),
        };

    private static ClientLedger Update(ClientLedger ledger, Updated e) =>
        KeyOf(ledger, e, e.Id) is { } changed ? Put(ledger, Known(ledger, e with { Key = changed })) : ledger;

    private static ClientLedger Remove(ClientLedger ledger, Removal e)
    {
        var removed = e with { Key = KeyOf(ledger, e, e.Id) ?? e.Key };
        return Put(GiveUp(ledger, removed), Apply(Before(ledger, removed), removed));
    }

    /// <summary>Another run may have given the key away while this one changed or removed what had it. Null: nothing has the id.</summary>
    private static string? KeyOf(ClientLedger ledger, ObjectEvent e, string? id) =>
        id is null || ledger.Find(e.Kind, e.Key)?.Id == id
            ? e.Key
            : ledger.Objects.Values.FirstOrDefault(o => o.Kind == e.Kind && o.Id == id)?.Key;

    private static ClientLedger GiveUp(ClientLedger ledger, ObjectEvent e)
    {
        var id = e switch
        {
            Removal removal => removal.Id ?? Before(ledger, e).Id,
            // A lead magnet that was forgotten is still there, and found again by its keyword.
            Retired { Recreate: true, Kind: Kind.Post } => Before(ledger, e).Id,
            _ => null,
        };
        return id is null ? ledger : ledger with { GivenUp = ledger.GivenUp.SetItem(id, ledger.Events) };
    }

    /// <summary>What LeadPanther holds from this event on, unless it ends the intent of another run, which changes nothing.</summary>
    private static LedgerObject Known(ClientLedger ledger, ObjectEvent e)
    {
        var before = Before(ledger, e);
        var after = Apply(before, e);
        return ReferenceEquals(before, after)
            ? after
            : after with
            {
                BaselineEvent = ledger.Events,
                EarlierBaselineEvent = before.BaselineEvent,
            };
    }

    private static LedgerObject Before(ClientLedger ledger, ObjectEvent e) => ledger.Find(e.Kind, e.Key) ?? Nothing(e);

    private static LedgerObject Apply(LedgerObject o, ObjectEvent e) =>
        e switch
        {
            Intended x => o with { State = ObjectState.Open, Intent = x, Rejection = null },
            // It ends an intent of another run, or an older one. But an id is always taken in.
            IntentEnd { Intent: { } ended } and not (Created or Found) when ended != o.Intent?.Stamp?.Id => o,
            Released or NotSent or Absent => Close(o),
            Rejected x => Close(o) with { Rejection = x },
            Created x => Live(o, x.Id, o.Intent?.Payload ?? o.Baseline, x),
            // Whoever says "sent" without an id, after the id became known, takes nothing back.
            Sent x => Live(o, x.Id ?? LiveId(o), o.Intent?.Payload ?? o.Baseline, x),
            Found x => Live(o, x.Id, x.Payload, x) with { WasSeen = true },
            Updated x => o with { Baseline = x.Payload, Overwrite = null, WasSeen = true, AwaitsFile = false },
            // It speaks of what had the key before: a doubt is ended by nothing but its end.
            Removal or Retired when o.State == ObjectState.Open => o,
            // It was removed, and its key used again before this could be written down.
            Removal { Id: { } removed } when removed != o.Id => o,
            Removal => Nothing(e),
            Overwrite x => o with { Overwrite = x.Code },
            Adopted x => Live(o, x.Id, x.Payload, x) with { AwaitsFile = x.IsPulled },
            Done x => o with { Baseline = x.Payload, Overwrite = null },
            Retired { Recreate: true } => Nothing(e),
            Retired => o with { State = ObjectState.Retired },
            Seen x => o with { WasSeen = o.WasSeen || x.Id == o.Id },
            // A move concerns two keys, an approval none: see Change.
            Moved or Approved => o,
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, null),
        };

    // An answer that comes after `created` never makes what is live free to create again.
    private static LedgerObject Close(LedgerObject o) =>
        o.State == ObjectState.Open ? o with { State = ObjectState.NotSent } : o;

    private static LedgerObject Live(LedgerObject o, string? id, Payload? baseline, LedgerEvent e) =>
        o with
        {
            State = ObjectState.Live,
            Id = id,
            Baseline = baseline,
            Since = e.Stamp?.At,
            WasSeen = false,
            AwaitsFile = false,
            Rejection = null,
            Overwrite = null,
        };

    private static string? LiveId(LedgerObject o) => o.State == ObjectState.Live ? o.Id : null;

    private static ClientLedger Move(ClientLedger ledger, Moved e)
    {
        var there = ledger.Find(e.Kind, e.Key);
        if (ledger.Find(e.Kind, e.From) is not { } moved || e.From == e.Key)
        {
            return Put(ledger, there ?? Nothing(e));
        }

        var without = ledger with { Objects = ledger.Objects.Remove(new ObjectKey(e.Kind, e.From)) };
        return Put(
            there is { State: ObjectState.Live or ObjectState.Open }
                ? Put(without, there with { Key = e.From })
                : without,
            moved with
            {
                Key = e.Key,
            }
        );
    }

    private static LedgerObject Nothing(ObjectEvent e) =>
        new()
        {
            Kind = e.Kind,
            Key = e.Key,
            State = ObjectState.NotSent,
        };

    private static ClientLedger Put(ClientLedger ledger, LedgerObject o) =>
        ledger with
        {
            Objects = ledger.Objects.SetItem(new ObjectKey(o.Kind, o.Key), o),
        };
}
