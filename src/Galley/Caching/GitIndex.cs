using System.Buffers.Binary;
using System.Text;

namespace Galley.Caching;

/// <summary>
/// Git's index: the id of each tracked file's content, and how the file looked when git last saw that it had this content. It is read as
/// git's gitformat-index(5) describes versions 2 and 3; any other is as good as none, since files can always be hashed instead.
/// </summary>
internal sealed class GitIndex
{
    private const int HeaderLength = 12;
    private const int IdLength = 20;
    private const int NameStart = 62;

    private static readonly UTF8Encoding Utf8 = new();

    private readonly byte[] _bytes;
    private readonly long _writtenAt;
    private readonly string _prefix;

    /// <summary>Where the entries of each folder two levels down (<c>clients/acme/</c>) begin and end: those of one folder stand together.</summary>
    private readonly Dictionary<string, (int Start, int End)> _folders = new(StringComparer.Ordinal);

    private GitIndex(byte[] bytes, long writtenAt, string prefix)
    {
        (_bytes, _writtenAt, _prefix) = (bytes, writtenAt, prefix);
        FindFolders();
    }

    /// <summary>Of the repository that holds a content root; null where there is none that can be read here.</summary>
    public static GitIndex? TryOpen(string contentRoot)
    {
        try
        {
            if (GitFolder.TryFind(contentRoot) is not { } git) return null;
            var file = Path.Combine(git.Folder, "index");
            var writtenAt = FileStamp.Of(file).ModifiedAt;
            var bytes = File.ReadAllBytes(file);
            return IsReadable(bytes) ? new GitIndex(bytes, writtenAt, git.Prefix) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The files of one folder, by their paths from the content root.</summary>
    public Dictionary<string, Entry> Below(string folder)
    {
        var files = new Dictionary<string, Entry>(StringComparer.Ordinal);
        if (!_folders.TryGetValue(folder, out var range)) return files;
        for (var at = range.Start; at < range.End; at = Next(at))
            if (IsPlain(at)) files[Utf8.GetString(Name(at))[_prefix.Length..]] = EntryAt(at);
        return files;
    }

    /// <param name="Id">Of the content, as git hashes it.</param>
    internal sealed record Entry(ReadOnlyMemory<byte> Id, uint Size, long ModifiedAt, long ChangedAt, uint Inode, long IndexWrittenAt)
    {
        /// <summary>
        /// Whether the file is as git last saw it. One that was written when the index was, or after, may have changed within the same
        /// tick of the clock: git calls this racily clean, and looks into the file.
        /// </summary>
        public bool IsStill(FileStamp file) =>
            !file.IsLink
            && Size == (uint)file.Size
            && ModifiedAt == file.ModifiedAt
            && ModifiedAt < IndexWrittenAt
            && (file.ChangedAt == 0 || ChangedAt == file.ChangedAt)
            && (file.Inode == 0 || Inode == (uint)file.Inode);
    }

    private static bool IsReadable(byte[] bytes) =>
        bytes.Length > HeaderLength + IdLength && bytes.AsSpan().StartsWith("DIRC"u8) && Number(bytes, 4) is 2 or 3;

    private void FindFolders()
    {
        var at = HeaderLength;
        for (var left = Number(_bytes, 8); left > 0; left--)
        {
            var next = Next(at);
            if (FolderOf(at) is { } folder)
                _folders[folder] = _folders.TryGetValue(folder, out var known) ? (known.Start, next) : (at, next);
            at = next;
        }
    }

    private string? FolderOf(int entry)
    {
        var name = Name(entry);
        if (!name.StartsWith(Utf8.GetBytes(_prefix))) return null;
        var path = name[_prefix.Length..];
        var first = path.IndexOf((byte)'/');
        var second = first < 0 ? -1 : path[(first + 1)..].IndexOf((byte)'/');
        return second < 0 ? null : Utf8.GetString(path[..(first + 1 + second)]);
    }

    private Entry EntryAt(int at) => new(
        _bytes.AsMemory(at + 40, IdLength),
        Number(_bytes, at + 36),
        Time(at + 8),
        Time(at),
        Number(_bytes, at + 20),
        _writtenAt);

    /// <summary>A file that is in no conflict, and not only announced by <c>git add -N</c>.</summary>
    private bool IsPlain(int at)
    {
        var flags = Flags(at);
        var isAnnounced = IsExtended(at) && (_bytes[at + NameStart] & 0x20) != 0;
        return (Number(_bytes, at + 24) & 0xF000) == 0x8000 && (flags & 0x3000) == 0 && !isAnnounced;
    }

    private ReadOnlySpan<byte> Name(int at)
    {
        var name = _bytes.AsSpan(at + NameStart + (IsExtended(at) ? 2 : 0));
        return name[..name.IndexOf((byte)0)];
    }

    /// <summary>Entries are filled up with one to eight zeros, to a multiple of eight.</summary>
    private int Next(int at)
    {
        var length = NameStart + (IsExtended(at) ? 2 : 0) + Name(at).Length;
        return at + ((length + 8) & ~7);
    }

    private int Flags(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at + 60));

    private bool IsExtended(int at) => (Flags(at) & 0x4000) != 0;

    private long Time(int at) => (Number(_bytes, at) * 1_000_000_000L) + Number(_bytes, at + 4);

    private static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
}
