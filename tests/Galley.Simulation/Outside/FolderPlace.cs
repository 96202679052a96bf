using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Simulation.Kernel;

namespace Galley.Simulation.Outside;

/// <summary>A folder of one machine, in memory where the system has such a place: the product's own store writes into it.</summary>
internal sealed class FolderPlace : IPlace
{
    private const string Memory = "/dev/shm";
    private readonly string _folder;
    private readonly Dictionary<string, byte[]> _seen = [];

    public FolderPlace(Scheduler scheduler)
    {
        var above = Directory.Exists(Memory) ? Memory : Path.GetTempPath();
        _folder = Path.Combine(above, $"galley-simulation-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
        Directory.CreateDirectory(_folder);
        Disk = new DiskInMemory(_folder, scheduler);
        Uri = new LedgerUri.Folder(_folder);
    }

    private static int _count;

    public DiskInMemory Disk { get; }

    public LedgerUri Uri { get; }

    public bool IsBranch => false;

    public byte[]? Visible(string file)
    {
        var path = Path.Combine(_folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        return _seen.TryGetValue(file, out var seen) && seen.AsSpan().SequenceEqual(bytes) ? seen : _seen[file] = bytes;
    }

    public byte[]? OnDisk(string file) => Disk.OnDisk(file);

    public async Task<ILedgerStore> Open(Process run, int machine, Faults faults, LedgerOptions options)
    {
        var store = await FolderStore.Open(_folder, options, CancellationToken.None);
        // The lock is its own: no other run writes, so the faults are this run's.
        Disk.Faults = faults;
        return store;
    }

    public void Clear()
    {
        foreach (var file in Directory.GetFiles(_folder))
        {
            File.Delete(file);
        }

        Disk.Forget();
    }

    /// <summary>Each file is cut back by some lines.</summary>
    public void SetBack(Chance chance)
    {
        foreach (var path in Directory.GetFiles(_folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(path);
            var kept = lines.SkipLast(chance.Below(lines.Length + 1)).Select(line => line + "\n");
            File.WriteAllText(path, string.Concat(kept));
            Disk.Take(path);
        }
    }

    public LedgerOptions With(LedgerOptions options) => options with { Disk = Disk };

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
