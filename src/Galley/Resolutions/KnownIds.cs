using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Resolutions;

/// <summary>
/// Which object each LeadPanther id belongs to, over all clients of a ledger. A forgotten object's id is free: it may
/// belong to another file.
/// </summary>
internal sealed class KnownIds
{
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<KnownIds> Of(ILedger ledger, CancellationToken cancellationToken)
    {
        var owners = new KnownIds();
        foreach (var account in ledger.Header.Clients.Keys)
        {
            foreach (
                var ledgerObject in (await ledger.ReadOrHold(account, cancellationToken)).Objects.Values.Where(
                    ledgerObject => ledgerObject is { State: ObjectState.Live, Id: not null }
                )
            )
            {
                owners._names[ledgerObject.Id!] =
                    $"{ContentKind.For(ledgerObject.Kind).Name} {ledgerObject.Key} of the account {account}";
            }
        }

        return owners;
    }

    public string? Of(string id) => _names.GetValueOrDefault(id);

    public void Add(Resolution resolution)
    {
        if (resolution.GivenId is { } id)
        {
            _names[id] = resolution.Name;
        }
    }
}
