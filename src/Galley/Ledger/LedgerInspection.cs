using System.Collections.Immutable;
using Galley.Ledger.Events;

namespace Galley.Ledger;

/// <summary>All that a ledger holds, and whether it is as Galley wrote it.</summary>
public sealed record LedgerInspection(LedgerHeader Header, ImmutableArray<InspectedFile> Files)
{
    public bool IsWhole => Files.All(f => f.Damage is null);
}

/// <summary>One client's file.</summary>
/// <param name="Name">As people find it.</param>
/// <param name="Events">Empty when damaged.</param>
/// <param name="Torn">Bytes of an unfinished last line, which the next apply cuts off.</param>
public sealed record InspectedFile(
    string Account,
    string Name,
    ImmutableList<LedgerEvent> Events,
    ClientLedger State,
    int Torn,
    GalleyException? Damage
)
{
    public int EventCount { get; } = Events.Count;

    /// <summary>See <see cref="ClientLedger.Oddity"/>.</summary>
    public string? Oddity { get; } = State.Oddity;

    /// <summary>What is said of the file, without what stands in it.</summary>
    internal InspectedFile InShort() => this with { Events = [], State = ClientLedger.Empty(Account) };
}
