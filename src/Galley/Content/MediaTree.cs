using System.IO.Enumeration;

namespace Galley.Content;

/// <summary>
/// The files of one client's folder, listed once without following links. Media are opened only through an entry of this
/// list, so a path in a post can't lead anywhere else.
/// </summary>
internal sealed class MediaTree
{
    private readonly Dictionary<string, Entry> _entries;

    private MediaTree(IEnumerable<Entry> entries) =>
        _entries = entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);

    /// <summary>Asks the system for more than the name only when a post uses the file, or when it is a media file.</summary>
    /// <param name="path">From the client's folder, with <c>/</c>.</param>
    public sealed class Entry(string path, string fullPath, bool isFolder)
    {
        private FileInfo? _info;

        public string Path => path;
        public string FullPath => fullPath;
        public bool IsFile => !isFolder && !IsLink;
        public bool IsLink => !isFolder && Info.LinkTarget is not null;

        /// <summary>Bytes. 0 for a file that was deleted after it was listed.</summary>
        public long Length => Info.Exists ? Info.Length : 0;

        private FileInfo Info => _info ??= new FileInfo(fullPath);
    }

    public static MediaTree List(string contentRoot, string slug)
    {
        var clients = new DirectoryInfo(Path.Combine(contentRoot, "clients"));
        var folder = new DirectoryInfo(Path.Combine(clients.FullName, slug));
        var isReal = folder.Exists && folder.LinkTarget is null && clients.LinkTarget is null;
        return new MediaTree(isReal ? EntriesBelow(folder.FullName) : []);
    }

    public IEnumerable<Entry> All => _entries.Values;

    public Entry? Find(string path) => _entries.GetValueOrDefault(path);

    /// <summary>The first link in a path, including the path itself.</summary>
    public Entry? LinkOnTheWayTo(string path)
    {
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (Find(path[..end]) is { IsLink: true } parent)
            {
                return parent;
            }
        }

        return Find(path) is { IsLink: true } link ? link : null;
    }

    private static FileSystemEnumerable<Entry> EntriesBelow(string folder) =>
        new(
            folder,
            (ref FileSystemEntry entry) => EntryOf(ref entry, folder),
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = 0,
                IgnoreInaccessible = true,
            }
        )
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !IsHidden(ref entry),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsHidden(ref entry) && !IsLink(ref entry),
        };

    private static Entry EntryOf(ref FileSystemEntry entry, string folder)
    {
        var full = entry.ToFullPath();
        var path = full[(folder.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/');
        return new Entry(path, full, entry.IsDirectory && !IsLink(ref entry));
    }

    private static bool IsHidden(ref FileSystemEntry entry) => entry.FileName.StartsWith('.');

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
