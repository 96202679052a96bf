using Galley.Api;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Live;
using Galley.Payloads;
using NodaTime;

namespace Galley.Planning;

/// <summary>
/// What a run saw of an account, as the record that is kept beside the ledger, and back, for a plan that does not look itself.
/// What the ledger learned of an object after it was seen counts more than what was seen.
/// </summary>
public static class LastLook
{
    /// <summary>Only what was not as it was sent: of all else a plan says the same without it.</summary>
    public static LiveState Recall(LiveRecord record, ClientLedger ledger)
    {
        var own = new LiveById(ledger);
        return record.Objects.Aggregate(LiveState.Unread, (state, seen) =>
            own.Find(seen.Kind, seen.Id) is { } known && IsStillTrue(seen, known)
                ? Recall(state, seen, SentOf(known))
                : state
        );
    }

    /// <summary>
    /// The record with what was seen since. An object that shows what it showed before keeps its time, so that a record changes
    /// only when LeadPanther, or the ledger, does.
    /// </summary>
    /// <param name="looked">What was listed in this run.</param>
    /// <param name="read">Objects that were read one by one after that; the last read of each counts.</param>
    /// <param name="ledger">As it is by now.</param>
    /// <returns>Null where nothing is new.</returns>
    public static LiveRecord? Keep(
        LiveRecord? before,
        AccountSight looked,
        IEnumerable<ObjectRead> read,
        ClientLedger ledger
    )
    {
        var own = new LiveById(ledger);
        var known = before ?? LiveRecord.Empty;
        var next = looked.Live.Lists.Aggregate(known, (record, list) =>
            WithList(record, looked, list.Key, list.Value, own)
        );
        next = With(next, read, own);
        var olds = known.Objects.ToLookup(old => (old.Kind, old.Id));
        next = next with
        {
            Objects =
            [
                .. next
                    .Objects.Where(seen => seen.Fields is not null || own.Find(seen.Kind, seen.Id) is not null)
                    .Select(seen => AsBefore(seen, olds[(seen.Kind, seen.Id)].FirstOrDefault(), own)),
            ],
        };
        // A first look that saw nothing says no more than none.
        return next.SaysTheSameAs(known) || before is null && next.Objects.IsEmpty ? null : next;
    }

    /// <summary>With what is to be changed or removed, before the first request goes out.</summary>
    public static LiveRecord Mark(LiveRecord? before, IEnumerable<ObjectRead> changing, ClientLedger ledger) =>
        With(before ?? LiveRecord.Empty, changing, new LiveById(ledger));

    private static LiveRecord With(LiveRecord known, IEnumerable<ObjectRead> read, LiveById own) =>
        read.Aggregate(known, (record, one) => record.With(Record(one, own)));

    private static LiveState Recall(LiveState state, ObjectRecord seen, string? sent)
    {
        if (seen.ChangingRun is not null)
        {
            // Neither there nor gone, but known to be a question: an apply looks.
            return state with { SeenAt = state.SeenAt.SetItem(seen.Id, seen.At) };
        }

        var there = seen.AsShown(sent);
        if (there is not null && (sent is null || IsAsSent(there, sent)))
        {
            return state;
        }

        return state with
        {
            Objects = there is null ? state.Objects : state.Objects.SetItem(seen.Id, there),
            Missing = there is null ? state.Missing.Add(seen.Id) : state.Missing,
            SeenAt = state.SeenAt.SetItem(seen.Id, seen.At),
        };
    }

    private static bool IsAsSent(LiveObject there, string sent) =>
        WireComparison.Differences(WireComparison.Parse(sent), there.Fields).IsEmpty;

    private static LiveRecord WithList(
        LiveRecord record,
        AccountSight looked,
        Kind kind,
        LiveListing listing,
        LiveById own
    ) =>
        record.With(
            new ListRecord(kind, listing.ReadAt, listing.List.IsWhole, listing.List.WhyNot),
            looked
                .Live.Objects.Values.Where(there => there.Kind == kind)
                .Select(there => new ObjectRead(kind, there.Id, there, listing.ReadAt, looked.Events))
                .Concat(looked.Live.Missing.Select(id => new ObjectRead(kind, id, null, listing.ReadAt, looked.Events)))
                .Where(one => one.There is not null || own.Find(kind, one.Id) is not null)
                .Select(one => Record(one, own))
        );

    private static ObjectRecord Record(ObjectRead one, LiveById own)
    {
        var seen =
            one.ChangingRun is { } run ? ObjectRecord.Changing(one.Kind, one.Id, one.At, run)
            : one.There is null ? ObjectRecord.Missing(one.Kind, one.Id, one.At)
            : ObjectRecord.From(one.There, own.Find(one.Kind, one.Id) is { } known ? SentOf(known) : null, one.At);
        return seen with { Events = one.Events };
    }

    private static ObjectRecord AsBefore(ObjectRecord seen, ObjectRecord? old, LiveById own)
    {
        var known = own.Find(seen.Kind, seen.Id);
        return old is not null && IsStillTrue(old, known) && (old.ShowsTheSameAs(seen) || !IsStillTrue(seen, known))
            ? old
            : seen;
    }

    /// <summary>
    /// What a run was about to change is no question any more once the ledger says what came of it; but where it says so twice,
    /// two runs changed it at the same time, and what the later line says may have been overwritten.
    /// </summary>
    /// <param name="known">Null: the ledger says nothing of it, so nothing contradicts what was seen.</param>
    private static bool IsStillTrue(ObjectRecord seen, LedgerObject? known) =>
        known is null
        || seen.Events >= known.BaselineEvent
        || seen.ChangingRun is not null && seen.Events < known.EarlierBaselineEvent;

    private static string? SentOf(LedgerObject known) => new RecordedObject(known).Payload.Wire;
}

/// <summary>What the own path of an object answered.</summary>
/// <param name="There">Null: 404.</param>
/// <param name="Events">How many events the account's ledger had.</param>
public sealed record ObjectRead(Kind Kind, string Id, LiveObject? There, Instant At, int Events)
{
    /// <summary>Nothing was read: this run is about to send a request to change or remove it, whose answer may be lost.</summary>
    public string? ChangingRun { get; private init; }

    public static ObjectRead Changing(Kind kind, string id, Instant at, int events, string run) =>
        new(kind, id, There: null, at, events) { ChangingRun = run };
}

/// <summary>What an account's lists showed when its ledger had so many events.</summary>
public sealed record AccountSight(LiveState Live, int Events)
{
    public static readonly AccountSight None = new(LiveState.Unread, 0);
}
