using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Planning;

/// <summary>What the ledger holds live, by its id in LeadPanther.</summary>
internal sealed class LiveById(ClientLedger ledger)
{
    private readonly Dictionary<string, LedgerObject> _byId = ledger
        .Objects.Values.Where(known => known is { State: ObjectState.Live, Id: not null })
        .DistinctBy(known => known.Id!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(known => known.Id!, StringComparer.OrdinalIgnoreCase);

    public LedgerObject? Find(Kind kind, string id) =>
        _byId.GetValueOrDefault(id) is { } known && known.Kind == kind ? known : null;
}
