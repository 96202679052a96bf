using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Format;
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
