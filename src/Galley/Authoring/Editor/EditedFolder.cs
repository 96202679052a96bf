using System.Collections.Immutable;
using Galley.Diagnostics;

namespace Galley.Authoring.Editor;

/// <summary>A folder of posts or lead magnets, as one list of the editor: one ending, one level.</summary>
/// <param name="Path">From the content root.</param>
/// <param name="Ending">md or yaml.</param>
/// <param name="Below">The folder's place below posts/ or lead-magnets/; empty for these themselves.</param>
public sealed record EditedFolder(string Path, Kind Kind, string Ending, string Below)
{
    public static readonly ImmutableArray<string> Endings = ["md", "yaml"];

    /// <summary>New files go where `galley new` puts them.</summary>
    public bool TakesNew => Ending == "md" && Below.Length == 0;

    internal string Id(string slug) =>
        string.Join(
            "--",
            new[] { $"{slug}-{ContentKind.For(Kind).Folder}{(Ending == "md" ? "" : "-yaml")}" }.Concat(
                Below.Length == 0 ? [] : Below.Split('/')
            )
        );

    internal static IEnumerable<EditedFolder> Find(string root, string slug, Kind kind)
    {
        var top = $"clients/{slug}/{ContentKind.For(kind).Folder}";
        var full = System.IO.Path.Combine(root, top);
        yield return new EditedFolder(top, kind, "md", "");
        if (!Directory.Exists(full))
        {
            yield break;
        }

        var folders = Directory
            .EnumerateDirectories(full, "*", WithoutLinks)
            .Select(folder => System.IO.Path.GetRelativePath(full, folder).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Prepend("");
        foreach (var below in folders)
        {
            var path = below.Length == 0 ? top : $"{top}/{below}";
            foreach (var ending in Endings)
            {
                var isThere = (below, ending) == ("", "md");
                if (!isThere && Directory.EnumerateFiles(System.IO.Path.Combine(full, below), $"*.{ending}").Any())
                {
                    yield return new EditedFolder(path, kind, ending, below);
                }
            }
        }
    }

    private static readonly EnumerationOptions WithoutLinks = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
    };
}
