using System.IO.Enumeration;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Folders;

/// <summary>The files and folders in a folder, sorted by name, without READMEs, dotfiles and links.</summary>
internal static class FolderListing
{
    /// <param name="path">Of <paramref name="fullPath"/>, from the content root.</param>
    public static IEnumerable<Entry> List(string fullPath, string path, string? client, Action<Problem> report)
    {
        foreach (var (name, isFolder, isLink) in InOrder(fullPath))
        {
            var entry = new Entry(Path.Join(fullPath, name), $"{path}/{name}", isFolder);
            if (!isLink)
            {
                yield return entry;
            }
            else
            {
                new FileReport(entry.Path, client, report).Add(
                    ReadingCodes.Symlink,
                    Position.Start,
                    $"`{name}` is a symbolic link, and Galley does not follow links.",
                    "Put a copy of the file or folder here."
                );
            }
        }
    }

    private static List<Listed> InOrder(string folder)
    {
        var all = AllIn(folder).ToList();
        all.Sort(static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        return all;
    }

    private static FileSystemEnumerable<Listed> AllIn(string folder) =>
        new(
            folder,
            static (ref FileSystemEntry entry) =>
                new Listed(entry.FileName.ToString(), entry.IsDirectory, IsLink(ref entry)),
            new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false }
        )
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !IsSkipped(entry.FileName),
        };

    /// <summary>Cloud folders use the same mark for files that are not links.</summary>
    private static bool IsLink(ref FileSystemEntry entry) =>
        (entry.Attributes & FileAttributes.ReparsePoint) != 0 && entry.ToFileSystemInfo().LinkTarget is not null;

    private static bool IsSkipped(ReadOnlySpan<char> name) =>
        name[0] == '.'
        || name.Equals("README", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("README.", StringComparison.OrdinalIgnoreCase);

    private sealed record Listed(string Name, bool IsFolder, bool IsLink);
}
