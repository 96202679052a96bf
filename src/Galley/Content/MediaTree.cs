using System.IO.Enumeration;

namespace Galley.Content;

/// <summary>
/// The files of one client's folder, listed once without following any link. Media are only ever opened through an
/// entry of this list, so no path that a post names can lead anywhere else.
/// </summary>
internal sealed class MediaTree
{
    private readonly Dictionary<string, Entry> entries;

    private MediaTree(IEnumerable<Entry> entries) => this.entries = entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);

    /// <param name="Path">From the client's folder, with <c>/</c>.</param>
    public sealed record Entry(string Path, string FullPath, long Length, bool IsLink, bool IsFolder)
    {
        public bool IsFile => !IsLink && !IsFolder;
    }

    public static MediaTree List(string contentRoot, string slug)
    {
        var clients = new DirectoryInfo(Path.Combine(contentRoot, "clients"));
        var folder = new DirectoryInfo(Path.Combine(clients.FullName, slug));
        var isReal = folder.Exists && folder.LinkTarget is null && clients.LinkTarget is null;
        return new MediaTree(isReal ? EntriesBelow(folder.FullName) : []);
    }

    public IEnumerable<Entry> Files => entries.Values.Where(entry => entry.IsFile);

    public Entry? Find(string path) => entries.GetValueOrDefault(path);

    /// <summary>The link on the way to a path, the path itself included.</summary>
    public Entry? LinkOnTheWayTo(string path)
    {
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (Find(path[..end]) is { IsLink: true } parent) return parent;
        }

        return Find(path) is { IsLink: true } link ? link : null;
    }

    private static FileSystemEnumerable<Entry> EntriesBelow(string folder) =>
        new(folder, (ref FileSystemEntry entry) => EntryOf(ref entry, folder), new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = 0,
            IgnoreInaccessible = true,
        })
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !IsHidden(ref entry),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsHidden(ref entry) && !IsLink(ref entry),
        };

    private static Entry EntryOf(ref FileSystemEntry entry, string folder)
    {
        var full = entry.ToFullPath();
        var isLink = IsLink(ref entry);
        var path = full[(folder.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/');
        return new Entry(path, full, isLink || entry.IsDirectory ? 0 : entry.Length, isLink, entry.IsDirectory && !isLink);
    }

    private static bool IsHidden(ref FileSystemEntry entry) => entry.FileName.StartsWith('.');

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
