using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Simulation.Kernel;

namespace Galley.Simulation.Outside;

/// <summary>A branch, and the clones of two machines.</summary>
internal sealed class BranchPlace(Scheduler scheduler) : IPlace
{
    private readonly CloneInMemory[] _clones = [new("first"), new("second")];

    public BranchInMemory Host { get; } = new();

    public LedgerUri Uri { get; } = new LedgerUri.Branch("galley-ledger", "origin");

    public bool IsBranch => true;

    public byte[]? Visible(string file) => Host.Tip?.Files.GetValueOrDefault(file);

    public byte[]? OnDisk(string file) => Visible(file);

    public Task<ILedgerStore> Open(Process run, int machine, Faults faults, LedgerOptions options) =>
        Task.FromResult<ILedgerStore>(
            new BranchDoor(Host, _clones[machine % _clones.Length], (LedgerUri.Branch)Uri, run, scheduler, faults)
        );

    public void Clear()
    {
        Host.Tip = null;
        Forget();
    }

    public void SetBack(Chance chance)
    {
        Host.SetBack(chance.Below(12));
        Forget();
    }

    private void Forget() => Array.ForEach(_clones, clone => clone.Seen = null);

    public LedgerOptions With(LedgerOptions options) => options;

    public void Dispose() { }
}
