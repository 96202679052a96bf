using Galley.Ledger.Stores;

namespace Galley.Ledger;

/// <summary>Reading for whoever goes on with other clients when one client's file is not as Galley wrote it.</summary>
public static class LedgerReading
{
    /// <summary>
    /// As <see cref="ILedger.Read"/>. A damaged file gives an empty ledger that says so (<see cref="ClientLedger.Damage"/>): nothing may
    /// be concluded from what it lacks.
    /// </summary>
    public static async Task<ClientLedger> ReadOrHold(
        this ILedger ledger,
        string account,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ledger.Read(account, cancellationToken);
        }
        catch (GalleyException damage) when (damage is not StoreException)
        {
            return ClientLedger.Empty(account) with { Damage = damage.Message };
        }
    }
}
