using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Simulation.Kernel;

namespace Galley.Simulation.Outside;

/// <summary>Where the ledger is kept.</summary>
internal interface IPlace : IDisposable
{
    LedgerUri Uri { get; }

    bool IsBranch { get; }

    /// <summary>A file as runs read it; null where there is none.</summary>
    byte[]? Visible(string file);

    /// <summary>A file as it would be after a power failure.</summary>
    byte[]? OnDisk(string file);

    /// <param name="machine">Which of the agency's machines, each with its clone.</param>
    Task<ILedgerStore> Open(Process run, int machine, Faults faults, LedgerOptions options);

    /// <summary>The ledger is gone, and nobody remembers it.</summary>
    void Clear();

    /// <summary>Somebody puts an earlier state in its place, and nobody remembers the later one.</summary>
    void SetBack(Chance chance);

    /// <summary>What the options of a run say of the place.</summary>
    LedgerOptions With(LedgerOptions options);
}
