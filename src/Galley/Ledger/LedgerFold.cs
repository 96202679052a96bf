using Galley.Content;
using Galley.Ledger.Events;
using Galley.Payloads;

namespace Galley.Ledger;

/// <summary>
/// Events to state. Total: any events in any order give a state, so any prefix of a ledger does.
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
        Change(ledger with { Slug = e.Slug, LastEvent = e.Stamp?.Id }, e);

    private static ClientLedger Change(ClientLedger ledger, LedgerEvent e) =>
        e switch
        {
            Uploaded x => ledger with { Uploads = ledger.Uploads.SetItem(x.Sha256, x) },
            Moved x => Move(ledger, x),
            ObjectEvent x => Put(ledger, Apply(ledger.Find(x.Kind, x.Key) ?? Nothing(x), x)),
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, null),
        };

    private static LedgerObject Apply(LedgerObject o, ObjectEvent e) =>
        e switch
        {
            Intended x => o with { State = ObjectState.Open, Intent = x, Rejection = null },
            // Another run's intent, or an older one: that end is not this intent's.
            IntentEnd { Intent: { } ended } and not (Created or Found) when ended != o.Intent?.Stamp?.Id => o,
            Released or NotSent or Absent => Close(o),
            Rejected x => Close(o) with { Rejection = x },
            Created x => Live(o, x.Id, o.Intent?.Payload, x),
            Sent x => Live(o, x.Id, o.Intent?.Payload, x),
            Found x => Live(o, x.Id, x.Payload, x) with { WasSeen = true },
            Updated x => o with { Baseline = x.Payload, Overwrite = null, WasSeen = true },
            Deleted or Archived => Nothing(e),
            Overwrite x => o with { Overwrite = x.Code },
            Adopted x => Live(o, x.Id, x.Payload, x),
            Done x => o with { Baseline = x.Payload },
            Retired { Recreate: true } => Nothing(e),
            Retired => o with { State = ObjectState.Retired },
            Seen => o with { WasSeen = true },
            // A move concerns two keys: see Move.
            Moved => o,
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, null),
        };

    // A word that comes after `created` never makes what is live free to create again.
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
            Rejection = null,
        };

    private static ClientLedger Move(ClientLedger ledger, Moved e) =>
        ledger.Find(e.Kind, e.From) is not { } o
            ? Put(ledger, ledger.Find(e.Kind, e.Key) ?? Nothing(e))
            : Put(
                ledger with
                {
                    Objects = ledger.Objects.Remove(new ObjectKey(e.Kind, e.From)),
                },
                o with
                {
                    Key = e.Key,
                }
            );

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
