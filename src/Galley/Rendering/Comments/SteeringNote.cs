using System.Collections.Immutable;
using Galley.Content;

namespace Galley.Rendering.Comments;

/// <summary>Names the files of a pull request that steer programs. It stands above everything else.</summary>
internal static class SteeringNote
{
    /// <returns>Whole lines; empty for no files.</returns>
    public static string For(ImmutableArray<string> paths) =>
        paths.IsDefaultOrEmpty
            ? ""
            : "> [!CAUTION]\n> **This pull request changes files that decide what programs do: "
                + SteeringFiles.List(paths, path => SafeMarkdown.Inline(path))
                + ".** Read these first: what stands below can be wrong because of them.\n\n";
}
