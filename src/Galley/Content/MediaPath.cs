using System.Collections.Immutable;

namespace Galley.Content;

/// <summary>The paths that an author's reference to a file can mean. Looks at the text only, not at the disk.</summary>
internal static class MediaPath
{
    /// <summary>Paths from the client's folder, in the order in which they are tried. Empty when all of them are outside.</summary>
    /// <param name="beside">The folder of the document, from the client's folder.</param>
    public static ImmutableArray<string> Candidates(string reference, string beside, string mediaFolder)
    {
        if (reference.Contains("://", StringComparison.Ordinal))
        {
            return [reference];
        }

        if (IsAbsolute(reference))
        {
            return [];
        }

        var isBare = !reference.Contains('/');
        string[] bases = isBare ? [beside, mediaFolder] : [beside, "", mediaFolder];
        return [.. bases.Select(folder => Normal(folder + "/" + reference)).OfType<string>().Distinct()];
    }

    /// <summary>A drive, a home folder, a network share, or a backslash, which is a separator on Windows only.</summary>
    private static bool IsAbsolute(string reference) =>
        reference.StartsWith('/')
        || reference.StartsWith('~')
        || reference.Contains('\\')
        || (reference.Length > 1 && reference[1] == ':');

    /// <summary>Null when <c>..</c> leads out of the folder.</summary>
    private static string? Normal(string path)
    {
        var kept = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part != "..")
            {
                kept.Add(part);
            }
            else if (kept.Count == 0)
            {
                return null;
            }
            else
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }

        return string.Join('/', kept);
    }
}
