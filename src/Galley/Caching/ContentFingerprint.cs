using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using Galley.Content;

namespace Galley.Caching;

/// <summary>
/// One hash over all that is in a client's folder: names, kinds, sizes and contents. A content's hash is git's where the file is as git
/// last saw it, and is computed otherwise.
/// </summary>
internal sealed class ContentFingerprint(string contentRoot, GitIndex? index)
{
    /// <summary>Null when something there can't be read: what it is then, nobody can tell.</summary>
    public byte[]? Of(string slug)
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
        var tracked = index?.Below(folder) ?? [];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var full = Path.Combine(contentRoot, folder);
        foreach (var (path, isFolder) in EntriesBelow(full).OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            if (isFolder) hash.AppendData("\0folder\0"u8);
            else Add(hash, Path.Combine(full, path), tracked.GetValueOrDefault($"{folder}/{path}"));
        }

        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, string file, GitIndex.Entry? tracked)
    {
        var stamp = FileStamp.Of(file);
        hash.AppendData(Encoding.UTF8.GetBytes(stamp.IsLink ? "\0link\0" : $"\0{stamp.Size}\0"));
        if (stamp.IsLink) return;
        if (tracked?.IsStill(stamp) == true) hash.AppendData(tracked.Id.Span);
        else hash.AppendData(ContentOf(file));
    }

    private static byte[] ContentOf(string file)
    {
        using var stream = File.OpenRead(file);
        return SHA256.HashData(stream);
    }

    /// <summary>What is read of a client, and no more: not what begins with a dot, and nothing behind a link.</summary>
    private static FileSystemEnumerable<(string Path, bool IsFolder)> EntriesBelow(string folder) =>
        new(folder, (ref FileSystemEntry entry) => (PathOf(ref entry), entry.IsDirectory), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !IsHidden(ref entry),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsHidden(ref entry) && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };

    private static bool IsHidden(ref FileSystemEntry entry) => entry.FileName.StartsWith('.');

    private static string PathOf(ref FileSystemEntry entry)
    {
        var below = entry.Directory[entry.RootDirectory.Length..].TrimStart(Path.DirectorySeparatorChar);
        var path = below.IsEmpty ? entry.FileName.ToString() : $"{below}/{entry.FileName}";
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
    }
}
