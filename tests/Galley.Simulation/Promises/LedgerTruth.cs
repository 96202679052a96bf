using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Format;
using Galley.Payloads;
using Galley.Simulation.Content;
using Galley.Simulation.Outside;

namespace Galley.Simulation.Promises;

/// <summary>What the ledger holds, read past everybody: as runs see it, and as a power failure would leave it.</summary>
internal sealed class LedgerTruth(IPlace place)
{
    private readonly Dictionary<byte[], LedgerFile> _read = new(ReferenceEqualityComparer.Instance);

    public string LedgerId { get; set; } = "";

    public LedgerHeader Header => HeaderFormat.Read(place.Visible(HeaderFormat.FileName)!, HeaderFormat.FileName);

    public LedgerEvent? FindOnDisk(string account, string eventId) => Read(place.OnDisk, account).Find(eventId);

    public ClientLedger StateOf(string account) => Read(place.Visible, account).State;

    public IEnumerable<LedgerEvent> EventsOf(string account) => Read(place.Visible, account).Events;

    public IEnumerable<(string Slug, ClientLedger State)> All =>
        Snapshot.Slugs.Select(slug => (slug, StateOf(Snapshot.AccountOf(slug).Id)));

    /// <summary>Of all that it holds.</summary>
    public IEnumerable<string> Ids =>
        All.SelectMany(client => client.State.Objects.Values).Select(known => known.Id).OfType<string>();

    public bool HasMoves => Snapshot.Slugs.Any(slug => HasMovesIn([.. EventsOf(Snapshot.AccountOf(slug).Id)]));

    /// <summary>Where an old name was taken by another post or lead magnet, that may be a change and a create instead.</summary>
    private static bool HasMovesIn(IReadOnlyCollection<LedgerEvent> events) =>
        events.Any(written => written is Moved)
        || events
            .OfType<ObjectEvent>()
            .Select(written => (written.Kind, written.Key, Payload: PayloadOf(written)))
            .Where(written => written.Payload?.Wire is not null)
            .GroupBy(
                written => (written.Kind, written.Key),
                written => Held.MarkIn(written.Kind, WireComparison.Parse(written.Payload!.Wire!))
            )
            .Any(marks => marks.Distinct().Count() > 1);

    private static Payload? PayloadOf(ObjectEvent written) =>
        written switch
        {
            Intended { Payload: var payload } => payload,
            Updated { Payload: var payload } => payload,
            _ => null,
        };

    /// <summary>Which client's file ledger.json does not list although it says something, or lists although it is not there.</summary>
    public string? Unreadable =>
        Snapshot
            .Slugs.Select(slug => Snapshot.AccountOf(slug).Id)
            .FirstOrDefault(account =>
                place.Visible(LedgerView.FileOf(account)) is var bytes
                && (Header.Clients.ContainsKey(account) ? bytes is null : bytes is { Length: > 0 })
            )
            is { } odd
            ? $"ledger.json and {LedgerView.FileOf(odd)} do not agree"
            : null;

    private LedgerFile Read(Func<string, byte[]?> bytesOf, string account)
    {
        var name = LedgerView.FileOf(account);
        if (bytesOf(name) is not { } bytes)
        {
            return LedgerFile.Empty(LedgerId, account);
        }

        if (!_read.TryGetValue(bytes, out var file))
        {
            _read[bytes] = file = LedgerFile.Read(bytes, name, LedgerId, account, tornIsDamage: false);
        }

        return file;
    }
}
