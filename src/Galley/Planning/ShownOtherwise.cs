using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;

namespace Galley.Planning;

/// <summary>
/// What LeadPanther shows of Galley's own objects where the ledger says that something else was sent: a run died behind a change, two
/// runs of different commits met, the ledger was set back, or a person edited it there. Whatever says the same may be it.
/// </summary>
internal sealed class ShownOtherwise(LiveState live, ClientLedger ledger)
{
    /// <summary>Hardly ever more than a few, so that a client's thousand new files are each compared with these alone.</summary>
    private readonly Lazy<ImmutableArray<Difference>> _differences = new(() => Differences(live, ledger));

    /// <summary>Shows just this.</summary>
    /// <param name="id">Of the object that is to say so from now on; null for one that is to be created.</param>
    public LedgerObject? Same(DesiredObject desired, string? id = null) =>
        Find(desired, UnclaimedObjects.IsSame) is { } own && own.Id != id ? own : null;

    /// <summary>Shows the same text, the same time or the same keyword, as a file that was renamed and edited.</summary>
    public LedgerObject? Alike(DesiredObject desired) => Find(desired, UnclaimedObjects.Shares);

    private LedgerObject? Find(DesiredObject desired, Func<Kind, JsonObject, LiveObject, bool> matches)
    {
        if (desired.Payload.Wire is not { } text || _differences.Value.IsEmpty)
        {
            return null;
        }

        var wire = WireComparison.Parse(text);
        return _differences
            .Value.FirstOrDefault(difference =>
                difference.There.Kind == desired.Kind
                && matches(desired.Kind, wire, difference.There)
                && !matches(desired.Kind, wire, difference.Sent)
            )
            ?.Own;
    }

    private static ImmutableArray<Difference> Differences(LiveState live, ClientLedger ledger)
    {
        var known = new LiveById(ledger);
        return
        [
            .. from there in live.Objects.Values
            let own = known.Find(there.Kind, there.Id)
            where own is not null
            let sent = AsSent(own)
            where IsShownOtherwise(there, sent)
            select new Difference(own, there, sent),
        ];
    }

    /// <summary>In what tells one object from another. What an answer leaves out says nothing.</summary>
    private static bool IsShownOtherwise(LiveObject there, LiveObject sent) =>
        ContentKind.For(there.Kind) is { IdentityField: { } identity, TitleField: var title }
            ? IsOtherwise(there.Field(identity), sent.Field(identity))
                || IsOtherwise(there.Field(title), sent.Field(title))
            : there.Text is { } text && !WireComparison.SameText(text, sent.Text)
                || there.ScheduledAt is { } at && at != sent.ScheduledAt
                || there.Status == "draft" && sent.Status != "draft";

    private static bool IsOtherwise(string? there, string? sent) => there is not null && there != sent;

    private static LiveObject AsSent(LedgerObject own) =>
        new(own.Kind, own.Id!, new RecordedObject(own).Payload.Wire is { } sent ? WireComparison.Parse(sent) : []);

    private sealed record Difference(LedgerObject Own, LiveObject There, LiveObject Sent);
}
