using Galley.Cli.Hosting;

namespace Galley.Cli.Workspaces;

/// <summary>What the jobs of a matrix handed in: files, or folders of them, as they come out of a run's artifacts.</summary>
internal static class ShardFiles
{
    /// <exception cref="GalleyException">There is none at all.</exception>
    public static IReadOnlyList<string> Find(Shell shell, IEnumerable<string> paths)
    {
        var files = paths.SelectMany(path => Below(Path.GetFullPath(path, shell.Directory))).ToList();
        return files.Count > 0
            ? files
            : throw new GalleyException(
                $"There is no file below {string.Join(", ", paths)}: no shard handed anything in. Their jobs say why."
            );
    }

    private static IEnumerable<string> Below(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [path];
}
