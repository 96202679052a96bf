using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using Galley.Content;

namespace Galley.Planning.Cache;

/// <summary>
/// One hash over all that is in a client's folder: names, kinds, sizes and contents. A content's hash is git's where the file is as git
/// last saw it, and is computed otherwise.
/// </summary>
internal sealed class ContentHash(string contentRoot, GitIndex? index)
{
    /// <summary>Null when something there can't be read: what it is then, nobody can tell.</summary>
    public byte[]? Compute(string slug)
    {
        try
        {
            return Hash($"{ContentRoot.ClientsFolder}/{slug}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private byte[] Hash(string folder)
    {
        var full = Path.Combine(contentRoot, folder);
        var tracked = index?.Below(folder);
        var said = new MemoryStream();
        foreach (var entry in InOrder(full))
        {
            var path = Encoding.UTF8.GetBytes(entry.Path);
            said.Write(path);
            if (entry.IsFolder)
            {
                said.Write("\0folder\0"u8);
            }
            else
            {
                Add(said, Path.Join(full, entry.Path), path, tracked);
            }
        }

        return SHA256.HashData(said.GetBuffer().AsSpan(0, (int)said.Length));
    }

    private static void Add(MemoryStream said, string file, byte[] path, GitIndex.Reader? tracked)
    {
        var stamp = FileStamp.From(file);
        said.Write(stamp.IsRegular ? "\0file\0"u8 : "\0link\0"u8);
        if (!stamp.IsRegular)
        {
            return;
        }

        said.Write(BitConverter.GetBytes(stamp.Size));
        var id = tracked is null ? default : tracked.IdOf(path, stamp);
        said.WriteByte((byte)id.Length);
        said.Write(id.IsEmpty ? ContentOf(file) : id);
    }

    private static byte[] ContentOf(string file)
    {
        using var stream = File.OpenRead(file);
        return SHA256.HashData(stream);
    }

    private static List<Found> InOrder(string folder)
    {
        var all = EntriesBelow(folder).ToList();
        all.Sort(static (one, other) => string.CompareOrdinal(one.Path, other.Path));
        return all;
    }

    /// <summary>What is read of a client, and no more: not what begins with a dot, and nothing behind a link.</summary>
    private static FileSystemEnumerable<Found> EntriesBelow(string folder) =>
        new(
            folder,
            (ref FileSystemEntry entry) => new Found(PathOf(ref entry), entry.IsDirectory),
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = 0,
                IgnoreInaccessible = false,
            }
        )
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !IsHidden(ref entry),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) =>
                !IsHidden(ref entry) && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };

    private static bool IsHidden(ref FileSystemEntry entry) => entry.FileName.StartsWith('.');

    private static string PathOf(ref FileSystemEntry entry)
    {
        var below = entry.Directory[entry.RootDirectory.Length..].TrimStart(Path.DirectorySeparatorChar);
        var path = below.IsEmpty ? entry.FileName.ToString() : $"{below}/{entry.FileName}";
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
    }

    private sealed record Found(string Path, bool IsFolder);
}
