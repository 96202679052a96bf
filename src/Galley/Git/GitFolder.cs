namespace Galley.Git;

/// <summary>Where git keeps its data about a work tree.</summary>
/// <param name="Folder"><c>.git</c>, or the folder that a file with this name points to.</param>
/// <param name="Prefix">The content root from the top of the work tree, with <c>/</c> at its end. Empty when it is the top.</param>
internal sealed record GitFolder(string Folder, string Prefix)
{
    private const string Pointer = "gitdir: ";

    /// <summary>Null outside a work tree, and in a repository whose ids are not SHA-1, because its index is different.</summary>
    public static GitFolder? TryFind(string contentRoot)
    {
        for (var top = new DirectoryInfo(contentRoot); top is not null; top = top.Parent)
        {
            if (TryFollow(Path.Combine(top.FullName, ".git")) is not { } folder)
            {
                continue;
            }

            var prefix = Path.GetRelativePath(top.FullName, contentRoot).Replace(Path.DirectorySeparatorChar, '/');
            return UsesSha1(folder) ? new GitFolder(folder, prefix == "." ? "" : prefix + "/") : null;
        }

        return null;
    }

    private static string? TryFollow(string path)
    {
        if (Directory.Exists(path))
        {
            return path;
        }

        if (!File.Exists(path))
        {
            return null;
        }

        var text = File.ReadAllText(path).Trim();
        return text.StartsWith(Pointer, StringComparison.Ordinal)
            ? Path.GetFullPath(text[Pointer.Length..], Path.GetDirectoryName(path)!)
            : null;
    }

    private static bool UsesSha1(string folder)
    {
        var shared = Path.Combine(folder, "commondir");
        var config = Path.Combine(
            File.Exists(shared) ? Path.GetFullPath(File.ReadAllText(shared).Trim(), folder) : folder,
            "config"
        );
        return !File.Exists(config) || !File.ReadAllText(config).Contains("sha256", StringComparison.OrdinalIgnoreCase);
    }
}
