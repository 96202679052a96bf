using System.Buffers.Binary;
using System.Text;
using Galley.Content;
using Galley.Git;

namespace Galley.Planning.Cache;

/// <summary>
/// Git's index: the id of each tracked file's content, and how the file looked when git last saw that it had this content. It is read as
/// git's gitformat-index(5) describes versions 2 and 3; any other is as good as none, since files can always be hashed instead.
/// </summary>
internal sealed class GitIndex
{
    private const int HeaderLength = 12;
    private const int IdLength = 20;
    private const int NameStart = 62;

    /// <summary>The flags' lowest twelve bits hold a name's length, or this for all that are longer.</summary>
    private const int LongName = 0xFFF;

    private static readonly UTF8Encoding Utf8 = new();

    private readonly byte[] _bytes;
    private readonly long _writtenAt;
    private readonly string _prefix;

    /// <summary>
    /// Where the entries of each folder two levels down (<c>clients/acme/</c>) begin and end: those of one folder
    /// stand together.
    /// </summary>
    private readonly Dictionary<string, Section> _folders = new(StringComparer.Ordinal);

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
            if (GitFolder.TryFind(contentRoot) is not { } git)
            {
                return null;
            }

            var file = Path.Combine(git.Folder, "index");
            var writtenAt = FileStamp.From(file).ModifiedAt;
            var bytes = File.ReadAllBytes(file);
            return IsReadable(bytes) ? new GitIndex(bytes, writtenAt, git.Prefix) : null;
        }
        catch (Exception unreadable)
            when (unreadable
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or IndexOutOfRangeException
            )
        {
            return null;
        }
    }

    /// <summary>The files of one folder, to be asked for in the order of their paths.</summary>
    /// <param name="folder">Two levels down from the content root.</param>
    public Reader Below(string folder) => new(this, folder, _folders.GetValueOrDefault(folder) ?? new Section(0, 0));

    /// <summary>Goes through a folder's entries once, as its caller goes through the files.</summary>
    public sealed class Reader
    {
        private readonly GitIndex _index;
        private readonly int _nameStart;
        private readonly int _end;
        private int _at;

        internal Reader(GitIndex index, string folder, Section section)
        {
            (_index, _at, _end) = (index, section.Start, section.End);
            _nameStart = Utf8.GetByteCount(index._prefix) + Utf8.GetByteCount(folder) + 1;
        }

        /// <summary>The id of a file's content; empty for one that git does not know, or not as it is now.</summary>
        /// <param name="path">
        /// From the folder, in UTF-8; after that of the last call in the order of its bytes, or it may not be found.
        /// </param>
        public ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> path, FileStamp file)
        {
            for (; _at < _end; _at = _index.Next(_at))
            {
                var order = _index.Name(_at)[_nameStart..].SequenceCompareTo(path);
                if (order == 0 && _index.IsPlain(_at) && _index.IsStill(_at, file))
                {
                    return _index._bytes.AsSpan(_at + 40, IdLength);
                }

                if (order > 0)
                {
                    break;
                }
            }

            return default;
        }
    }

    internal sealed record Section(int Start, int End);

    /// <summary>
    /// Whether a file is as git last saw it. One that was written when the index was, or after, may have changed within the same tick of
    /// the clock: git calls this racily clean, and looks into the file.
    /// </summary>
    private bool IsStill(int at, FileStamp file)
    {
        var modifiedAt = Time(at + 8);
        return file.IsRegular
            && Number(_bytes, at + 36) == (uint)file.Size
            && modifiedAt == file.ModifiedAt
            && modifiedAt < _writtenAt
            && (file.ChangedAt == 0 || Time(at) == file.ChangedAt)
            && (file.Inode == 0 || Number(_bytes, at + 20) == (uint)file.Inode);
    }

    private static bool IsReadable(byte[] bytes) =>
        bytes.Length > HeaderLength + IdLength && bytes.AsSpan().StartsWith("DIRC"u8) && Number(bytes, 4) is 2 or 3;

    private void FindFolders()
    {
        var prefix = Utf8.GetBytes(_prefix);
        ReadOnlySpan<byte> last = default;
        var start = HeaderLength;
        var at = HeaderLength;
        for (var left = Number(_bytes, 8); left > 0; left--)
        {
            var folder = FolderOf(at, prefix);
            if (!folder.SequenceEqual(last))
            {
                Close(last, start, at);
                last = folder;
                start = at;
            }

            at = Next(at);
        }

        Close(last, start, at);
    }

    private void Close(ReadOnlySpan<byte> folder, int start, int end)
    {
        if (!folder.IsEmpty)
        {
            _folders[Utf8.GetString(folder)] = new Section(start, end);
        }
    }

    private ReadOnlySpan<byte> FolderOf(int entry, ReadOnlySpan<byte> prefix)
    {
        var name = Name(entry);
        if (!name.StartsWith(prefix))
        {
            return default;
        }

        var path = name[prefix.Length..];
        var first = path.IndexOf((byte)'/');
        var second = first < 0 ? -1 : path[(first + 1)..].IndexOf((byte)'/');
        return second < 0 ? default : path[..(first + 1 + second)];
    }

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
        var length = Flags(at) & LongName;
        return name[..(length < LongName ? length : name.IndexOf((byte)0))];
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
