using System.IO.Enumeration;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Folders;

/// <summary>The files and folders in a folder, sorted by name, without READMEs, dotfiles and links.</summary>
internal static class FolderListing
{
    /// <param name="path">Of <paramref name="fullPath"/>, from the content root.</param>
    public static IEnumerable<Entry> List(string fullPath, string path, string? client, Action<Problem> report)
    {
        if (TryInOrder(fullPath) is not { } all)
        {
            new FileReport(path, client, report).Add(Unreadable());
            yield break;
        }

        foreach (var (name, isFolder, isLink, isEmpty) in all)
        {
            var entry = new Entry(Path.Join(fullPath, name), $"{path}/{name}", isFolder);
            if (isLink || (isEmpty && !FileStamp.From(entry.FullPath).IsRegular))
            {
                new FileReport(entry.Path, client, report).Add(isLink ? Link(name) : Special(name));
            }
            else
            {
                yield return entry;
            }
        }
    }

    private static Fault Unreadable() =>
        new(
            ReadingCodes.Unreadable,
            Position.Start,
            "Galley can't read this folder, so it does not know what is in it.",
            "Check that the user who runs Galley has permission to read the folder."
        );

    private static Fault Link(string name) =>
        new(
            ReadingCodes.Symlink,
            Position.Start,
            $"`{name}` is a symbolic link, and Galley does not follow links.",
            "Put a copy of the file or folder here."
        );

    /// <summary>Opening a pipe would wait for ever. Its size is 0.</summary>
    private static Fault Special(string name) =>
        new(
            ReadingCodes.StrayFile,
            Position.Start,
            $"`{name}` is not a file: it is a pipe, a socket or a device.",
            "Delete it, or put a normal file there."
        );

    private static List<Listed>? TryInOrder(string folder)
    {
        try
        {
            var all = AllIn(folder).ToList();
            all.Sort(static (one, other) => string.CompareOrdinal(one.Name, other.Name));
            return all;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileSystemEnumerable<Listed> AllIn(string folder) =>
        new(
            folder,
            static (ref FileSystemEntry entry) =>
                new Listed(
                    entry.FileName.ToString(),
                    entry.IsDirectory,
                    IsLink(ref entry),
                    !entry.IsDirectory && entry.Length == 0
                ),
            new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false }
        )
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !IsSkipped(entry.FileName),
        };

    /// <summary>Cloud folders use the same mark for files that are not links.</summary>
    private static bool IsLink(ref FileSystemEntry entry) =>
        (entry.Attributes & FileAttributes.ReparsePoint) != 0 && entry.ToFileSystemInfo().LinkTarget is not null;

    /// <summary>READMEs and dotfiles.</summary>
    public static bool IsSkipped(ReadOnlySpan<char> name) =>
        name[0] == '.'
        || name.Equals("README", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("README.", StringComparison.OrdinalIgnoreCase);

    private sealed record Listed(string Name, bool IsFolder, bool IsLink, bool IsEmpty);
}
