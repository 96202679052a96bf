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
    private readonly Lazy<LiveById> _own = new(() => new LiveById(ledger));

    /// <summary>Shows just this.</summary>
    /// <param name="id">Of the object that is to say so from now on; null for one that is to be created.</param>
    public LedgerObject? Same(DesiredObject desired, string? id = null) =>
        Find(desired, UnclaimedObjects.IsSame) is { } own && own.Id != id ? own : null;

    /// <summary>Shows the same text, the same time or the same keyword, as a file that was renamed and edited.</summary>
    public LedgerObject? Alike(DesiredObject desired) => Find(desired, UnclaimedObjects.Shares);

    private LedgerObject? Find(DesiredObject desired, Func<Kind, JsonObject, LiveObject, bool> matches)
    {
        if (desired.Payload.Wire is not { } text)
        {
            return null;
        }

        var wire = WireComparison.Parse(text);
        return live
            .Objects.Values.Where(there => there.Kind == desired.Kind && matches(desired.Kind, wire, there))
            .Select(there => _own.Value.Find(desired.Kind, there.Id))
            .OfType<LedgerObject>()
            .FirstOrDefault(own => !matches(desired.Kind, wire, AsSent(own)));
    }

    private static LiveObject AsSent(LedgerObject own) =>
        new(own.Kind, own.Id!, new RecordedObject(own).Payload.Wire is { } sent ? WireComparison.Parse(sent) : []);
}
