using Galley.Content;
using Galley.Ledger.Events;
using Galley.Payloads;

namespace Galley.Ledger;

/// <summary>
/// Events to state. Total: any events in any order give a state, so any prefix of a ledger does.
/// <code>
///            intended            created, sent
///   (none) ────────────▶ Open ─────────────────▶ Live ──retired──▶ Retired
///     ▲                   │ released, rejected,    ▲                  │
///     │                   ▼ not-sent               │ adopted          │ retired --recreate
///     └── free to ──── NotSent ────────────────────┘ ◀────────────────┘
/// </code>
/// </summary>
public static class LedgerFold
{
    public static ClientLedger Replay(string account, IEnumerable<LedgerEvent> events) =>
        events.Aggregate(ClientLedger.Empty(account), Apply);

    public static ClientLedger Apply(ClientLedger ledger, LedgerEvent e) =>
        Change(ledger.Slug == e.Slug ? ledger : ledger with { Slug = e.Slug }, e);

    private static ClientLedger Change(ClientLedger ledger, LedgerEvent e) =>
        e switch
        {
            Uploaded x => ledger with { Uploads = ledger.Uploads.SetItem(x.Sha256, x) },
            Moved x => Move(ledger, x),
            ObjectEvent x => Put(
                ledger,
                Apply(ledger.Find(x.Kind, x.Key) ?? Nothing(x), x) with
                {
                    LastEvent = x.Stamp?.Id,
                }
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, null),
        };

    private static LedgerObject Apply(LedgerObject o, ObjectEvent e) =>
        e switch
        {
            Intended x => o with { State = ObjectState.Open, Intent = x, Rejection = null },
            Released or NotSent => Close(o),
            Rejected x => Close(o) with { Rejection = x },
            Created x => Live(o, x.Id, o.Intent?.Payload, x),
            Sent x => Live(o, x.Id, o.Intent?.Payload, x),
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
            ? Put(ledger, (ledger.Find(e.Kind, e.Key) ?? Nothing(e)) with { LastEvent = e.Stamp?.Id })
            : Put(
                ledger with
                {
                    Objects = ledger.Objects.Remove(new ObjectKey(e.Kind, e.From)),
                },
                o with
                {
                    Key = e.Key,
                    LastEvent = e.Stamp?.Id,
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
