using System.Collections.Immutable;
using System.Globalization;
using Galley.Content;
using Galley.Ledger.Format;

namespace Galley.Ledger.Stores;

/// <summary>A folder on this machine: locked for the whole apply, synced to disk at each append.</summary>
internal sealed class FolderStore : ILedgerStore
{
    private const int Whole = int.MaxValue;
    private readonly string _folder;
    private readonly FolderLock? _lock;
    private readonly DurableFiles _disk;

    // Files that could not be synced, and how much of each was on disk before: what a read shows of the rest proves nothing.
    private readonly Dictionary<string, int> _unsynced = new(StringComparer.Ordinal);

    private FolderStore(string folder, FolderLock? held, LedgerOptions options)
    {
        _folder = folder;
        _lock = held;
        _disk = new DurableFiles(options.Disk);
        OthersMayWrite = held is null && FolderLock.IsHeld(folder);
    }

    public bool OthersMayWrite { get; }
    public bool WritesWhole => false;

    public static async Task<FolderStore> Open(
        string folder,
        LedgerOptions options,
        CancellationToken cancellationToken
    )
    {
        var locks = options.ForApply && Directory.Exists(folder);
        return new FolderStore(
            folder,
            locks ? await Guard(folder, () => FolderLock.Wait(folder, options, cancellationToken)) : null,
            options
        );
    }

    /// <summary>For a ledger that is to be made: the folder is there, and locked, afterwards.</summary>
    public static async Task<FolderStore> Create(
        string folder,
        LedgerOptions options,
        CancellationToken cancellationToken
    ) => await Guard(folder, async () =>
        {
            new DurableFiles(options.Disk).CreateFolder(folder);
            return new FolderStore(folder, await FolderLock.Wait(folder, options, cancellationToken), options);
        });

    public string NameOf(string file) => Path.Combine(_folder, file);

    public Task<StoreSnapshot?> Latest(CancellationToken cancellationToken) => Guard(_folder, () =>
        {
            WriteAnew();
            return Task.FromResult(Latest());
        });

    public Task<byte[]> Read(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        Guard(_folder, () => Task.FromResult(ReadShared(NameOf(file))));

    public Task<string> Version(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        Guard(_folder, () =>
            Task.FromResult($"{VersionOf(new FileInfo(NameOf(file)))} {Convert.ToHexString(EndOf(NameOf(file)))}")
        );

    public Task<string?> TryVersion(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        Guard(_folder, () =>
            Task.FromResult(FileStamp.IsRegularFile(NameOf(file)) ? VersionOf(new FileInfo(NameOf(file))) : null)
        );

    public Task<byte[]?> TryRead(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        Guard(_folder, () => Task.FromResult(FileStamp.IsRegularFile(NameOf(file)) ? ReadShared(NameOf(file)) : null));

    public bool TakesFile(string file) =>
        FileStamp.IsRegularFile(NameOf(file))
        || !(Path.Exists(NameOf(file)) || new FileInfo(NameOf(file)).LinkTarget is not null);

    public Task<StoreSnapshot?> TryAppend(
        StoreSnapshot? tip,
        StoreChange change,
        CancellationToken cancellationToken
    ) => Guard(_folder, () =>
        {
            if (tip is null ? Latest() is not null : !IsAsSeen(tip, change))
            {
                return Task.FromResult<StoreSnapshot?>(null);
            }

            Write(change);
            return Task.FromResult(tip is null ? Latest() : After(tip, change));
        });

    public ValueTask DisposeAsync()
    {
        _lock?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>New files come first and empty, then ledger.json that lists them, so that no crash leaves one listed but missing.</summary>
    private void Write(StoreChange change)
    {
        foreach (var append in change.Appends.Where(a => a.Stored == 0))
        {
            MakeFolderOf(append.File);
            Synced(append.File, 0, path => _disk.Create(path));
        }

        if (change.Header is { } header)
        {
            Synced(HeaderFormat.FileName, Whole, path => _disk.Replace(path, header));
        }

        foreach (var append in change.Appends.Where(a => a.Whole.Length > a.Stored))
        {
            Synced(append.File, append.Stored, path => _disk.Append(path, append.Whole.Span, append.Stored));
        }

        foreach (var replacement in change.Replacements)
        {
            MakeFolderOf(replacement.File);
            Synced(replacement.File, Whole, path => _disk.Replace(path, replacement.Bytes.Span));
        }
    }

    /// <param name="stored">How much of the file is on disk, whatever comes of this write.</param>
    private void Synced(string file, int stored, Action<string> write)
    {
        try
        {
            write(NameOf(file));
        }
        catch (SyncException)
        {
            _unsynced[file] = stored;
            throw;
        }
    }

    /// <summary>
    /// After a failed sync the system counts pages as written that are not, and a second sync of the same file proves nothing. So what
    /// was on disk before is written into a new file; the next append then is as any other.
    /// </summary>
    private void WriteAnew()
    {
        foreach (var (file, stored) in _unsynced.ToList())
        {
            if (File.Exists(NameOf(file)))
            {
                var bytes = File.ReadAllBytes(NameOf(file));
                _disk.Replace(NameOf(file), bytes.AsSpan(0, Math.Min(stored, bytes.Length)));
            }

            _unsynced.Remove(file);
        }
    }

    private void MakeFolderOf(string file)
    {
        if (file.Contains('/') && !File.Exists(NameOf(file)))
        {
            _disk.CreateFolder(Path.GetDirectoryName(NameOf(file))!);
        }
    }

    /// <summary>Whether the files to append to are those of the tip. The lock holds off other galleys, not editors.</summary>
    private bool IsAsSeen(StoreSnapshot tip, StoreChange change) =>
        Listed(change)
            .All(name =>
                tip.Files.GetValueOrDefault(name) is var seen
                && new FileInfo(NameOf(name)) is var file
                && seen == (file.Exists ? VersionOf(file) : null)
            );

    /// <summary>Of the files only those of the change are looked at again: a folder may hold those of thousands of clients.</summary>
    private StoreSnapshot After(StoreSnapshot tip, StoreChange change)
    {
        var names = change.Header is null ? Listed(change) : Listed(change).Append(HeaderFormat.FileName);
        return tip with
        {
            Files = tip.Files.SetItems(
                names.Select(name => KeyValuePair.Create(name, VersionOf(new FileInfo(NameOf(name)))))
            ),
        };
    }

    // What lies in a folder of its own (metrics) is in no snapshot.
    private static IEnumerable<string> Listed(StoreChange change) =>
        change.Appends.Select(append => append.File).Where(file => !file.Contains('/'));

    private StoreSnapshot? Latest()
    {
        if (!File.Exists(NameOf(HeaderFormat.FileName)))
        {
            return null;
        }

        var files = new DirectoryInfo(_folder)
            .EnumerateFiles("*.json*")
            .Where(f => f.Extension is ".json" or ".jsonl")
            // A link or a pipe in place of one client's file must not stop the others.
            .Where(f => FileStamp.IsRegularFile(f.FullName))
            .ToImmutableSortedDictionary(f => f.Name, VersionOf, StringComparer.Ordinal);
        return new StoreSnapshot(_folder, files);
    }

    private static string VersionOf(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Length}@{file.LastWriteTimeUtc.Ticks}");

    /// <summary>The last line's sum, which all lines before it go into.</summary>
    private static ReadOnlySpan<byte> EndOf(string path)
    {
        const int More = 64;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var end = new byte[More];
        return end.AsSpan(0, RandomAccess.Read(file, end, Math.Max(0, RandomAccess.GetLength(file) - More)));
    }

    // A local file has no reads that wait: asking for one in the background only moves the same read to another thread.
    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task<T> Guard<T>(string folder, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"The ledger folder {folder} can't be used: {e.Message.TrimEnd('.')}. "
                    + "Check that it is there, that you may write to it, and that its disk is not full or failing.",
                e
            );
        }
    }
}
