using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Galley.Content.Documents;
using Galley.Content.Schemas;
using Galley.Content.Styles;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Folders;

/// <summary>
/// The rules in a folder of styles and below it, by path. A file that can't be used is a warning, whatever is wrong with it: it must
/// not keep posts from going out.
/// </summary>
internal static class StyleFolder
{
    /// <summary>The three largest public styles together have fewer than a hundred.</summary>
    private const int MostFiles = 500;

    /// <param name="path">Of the folder, from the content root.</param>
    /// <param name="client">Null for the rules of all clients.</param>
    /// <param name="unsaved">Texts by path, which are read in the place of the files.</param>
    public static ImmutableArray<StyleRule> Read(
        string root,
        string path,
        string? client,
        IReadOnlyDictionary<string, string>? unsaved,
        Action<Problem> sink
    )
    {
        var found = FilesBelow(Path.Combine(root, path), path, client, AsWarning).Take(MostFiles + 1).ToList();
        if (found.Count > MostFiles)
        {
            new FileReport(path, client, AsWarning).Add(
                StyleCodes.NotUsed,
                Position.Start,
                $"The folder has more than {MostFiles} style rules. Those after {found[^2].Path} are not used.",
                "Delete the rules that you don't need."
            );
        }

        return [.. found.Take(MostFiles).Select(Rule).OfType<StyleRule>()];

        void AsWarning(Problem problem) => sink(problem with { Code = StyleCodes.NotUsed, Fix = null });

        StyleRule? Rule(Entry file) =>
            ReadFile(file, new FileReport(file.Path, client, AsWarning) { Unsaved = unsaved });
    }

    /// <summary>Changes with the name or the bytes of any rule for all clients. Empty without such rules.</summary>
    public static string Hash(string root)
    {
        var said = new StringBuilder();
        foreach (
            var file in FilesBelow(Path.Combine(root, ContentRoot.StylesFolder), ContentRoot.StylesFolder, null, _ =>
                { })
                .Take(MostFiles)
        )
        {
            said.Append(file.Path).Append('\0').Append(HashOf(file.FullPath)).Append('\n');
        }

        return said.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{said}")));
    }

    private static string HashOf(string path)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return RunId.New();
        }
    }

    private static IEnumerable<Entry> FilesBelow(string folder, string path, string? client, Action<Problem> sink)
    {
        if (new DirectoryInfo(folder) is not { Exists: true } found)
        {
            return [];
        }

        if (found.LinkTarget is null)
        {
            return FolderListing
                .List(folder, path, client, sink)
                .SelectMany(entry =>
                    entry.IsFolder ? FilesBelow(entry.FullPath, entry.Path, client, sink)
                    : entry.Name.EndsWith(".yml", StringComparison.Ordinal)
                    || entry.Name.EndsWith(".yaml", StringComparison.Ordinal)
                        ? [entry]
                    : []
                );
        }

        new FileReport(path, client, sink).Add(
            ReadingCodes.Symlink,
            Position.Start,
            "The folder is a symbolic link, and Galley does not follow links.",
            "Put the folder itself here."
        );
        return [];
    }

    private static StyleRule? ReadFile(Entry file, FileReport report)
    {
        try
        {
            return SettingsFile.Read(file.FullPath, ContentSchema.Style, report) is { } fields
                ? StyleReader.Read(fields, report)
                : null;
        }
#pragma warning disable CA1031 // A bug that one file triggers must not stop the others.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            report.Add(InternalError.From(bug));
            return null;
        }
    }
}
