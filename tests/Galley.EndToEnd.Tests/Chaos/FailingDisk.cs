using Galley.Ledger.Stores;
using Microsoft.Win32.SafeHandles;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>A disk that fails at its first sync and then by chance, and by turns is full: the sync says so.</summary>
internal sealed class FailingDisk(int seed, double chance) : DiskSync
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    private int _failures;

    public override void File(SafeFileHandle file, string path)
    {
        FailByChance(path);
        base.File(file, path);
    }

    public override void Folder(string path)
    {
        FailByChance(path);
        base.Folder(path);
    }

    private void FailByChance(string path)
    {
        lock (_gate)
        {
            if (_failures > 0 && _random.NextDouble() >= chance)
            {
                return;
            }

            var why = ++_failures % 2 == 0 ? "No space left on device" : "Input/output error";
            throw new SyncException($"{path} can't be synced to disk: {why}");
        }
    }
}
