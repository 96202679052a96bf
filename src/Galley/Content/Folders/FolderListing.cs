using Galley.Content.Documents;
using Galley.Rules;
using Galley.Rules.Codes;

namespace Galley.Content.Folders;

/// <summary>What lies in a folder, in the order of its names, without READMEs, dotfiles and links.</summary>
internal static class FolderListing
{
    /// <param name="path">Of <paramref name="fullPath"/>, from the content root.</param>
    public static IEnumerable<Entry> Of(string fullPath, string path, string? client, Action<Problem> report)
    {
        foreach (var info in new DirectoryInfo(fullPath).GetFileSystemInfos().OrderBy(info => info.Name, StringComparer.Ordinal))
        {
            if (IsSkipped(info.Name))
                continue;
            var entry = new Entry(info.FullName, $"{path}/{info.Name}", info is DirectoryInfo);
            if (info.LinkTarget is null)
                yield return entry;
            else
                new FileReport(entry.Path, client, report).Add(
                    ReadingCodes.Symlink, Position.Start,
                    $"`{info.Name}` is a symbolic link, and links are not followed.",
                    "Put a copy of the file or folder here instead.");
        }
    }

    static bool IsSkipped(string name) =>
        name[0] == '.'
        || name.Equals("README", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("README.", StringComparison.OrdinalIgnoreCase);
}
