using Galley.Ledger.Stores;
using Galley.Simulation.Kernel;
using Microsoft.Win32.SafeHandles;

namespace Galley.Simulation.Outside;

/// <summary>
/// What of a folder is on disk, beside what its reads show. After a sync that failed, the system counts pages as written that are
/// not: only a new file brings them to disk. A power failure leaves what is on disk, and maybe a part of what was written since.
/// </summary>
internal sealed class DiskInMemory(string folder, Scheduler scheduler) : DiskSync
{
    private const string Draft = ".new";
    private readonly Dictionary<string, byte[]> _onDisk = [];
    private readonly Dictionary<string, byte[]> _unnamed = [];
    private readonly Dictionary<string, byte[]> _failed = [];

    public Faults Faults { get; set; } = Faults.None;

    public override void File(SafeFileHandle file, string path)
    {
        var bytes = UnlockedFile.Read(path);
        if (scheduler.Chance.OneIn(Faults.Store))
        {
            _failed[path] = bytes;
            scheduler.Trace.Say("disk", $"can't sync {Path.GetFileName(path)}");
            throw new SyncException($"{path} can't be synced to disk: Input/output error");
        }

        if (IsDraft(path))
        {
            _unnamed[path] = bytes;
            _failed.Remove(path);
        }
        else if (_unnamed.ContainsKey($"{path}{Draft}"))
        {
            // The name still leads to the file that was there before.
            _unnamed[$"{path}{Draft}"] = bytes;
        }
        else if (
            _failed.TryGetValue(path, out var lost)
            && lost.Length > OnDisk(path).Length
            && bytes.AsSpan().StartsWith(lost)
        )
        {
            scheduler.Trace.Say("disk", $"syncs {Path.GetFileName(path)}, but not what it lost before");
        }
        else
        {
            _failed.Remove(path);
            // A name is on disk with its folder only.
            (_onDisk.ContainsKey(path) ? _onDisk : _unnamed)[path] = bytes;
        }
    }

    public override void Folder(string path)
    {
        foreach (var written in _unnamed.Keys.ToList())
        {
            Name(written);
        }
    }

    private void Name(string written)
    {
        if (IsDraft(written) ? !System.IO.File.Exists(written) : System.IO.File.Exists(written))
        {
            var name = IsDraft(written) ? written[..^Draft.Length] : written;
            _onDisk[name] = _unnamed[written];
            _failed.Remove(name);
            _unnamed.Remove(written);
        }
    }

    /// <summary>What a machine finds when it starts again.</summary>
    public byte[] OnDisk(string name) => _onDisk.GetValueOrDefault(Path.Combine(folder, name)) ?? [];

    public IEnumerable<string> Names =>
        _onDisk.Keys.Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    public void Forget()
    {
        _onDisk.Clear();
        _unnamed.Clear();
        _failed.Clear();
    }

    /// <summary>Somebody wrote it, and had it synced.</summary>
    public void Take(string path) => _onDisk[path] = System.IO.File.ReadAllBytes(path);

    public void FailPower()
    {
        scheduler.Trace.Say("disk", "loses power");
        // A name that was not synced may be on disk all the same, or not.
        foreach (
            var written in _unnamed.Keys.Order(StringComparer.Ordinal).Where(_ => scheduler.Chance.OneIn(2)).ToList()
        )
        {
            Name(written);
        }

        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            var written = System.IO.File.ReadAllBytes(path);
            if (!_onDisk.TryGetValue(path, out var kept))
            {
                System.IO.File.Delete(path);
            }
            else if (written.AsSpan().StartsWith(kept))
            {
                var more = written.Length - kept.Length;
                System.IO.File.WriteAllBytes(
                    path,
                    written[..(kept.Length + (more == 0 ? 0 : scheduler.Chance.Below(more)))]
                );
            }
            else
            {
                System.IO.File.WriteAllBytes(path, kept);
            }
        }

        _failed.Clear();
        _unnamed.Clear();
    }

    private static bool IsDraft(string path) => path.EndsWith(Draft, StringComparison.Ordinal);
}
