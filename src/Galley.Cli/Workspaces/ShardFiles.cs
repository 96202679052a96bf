using Galley.Cli.Hosting;

namespace Galley.Cli.Workspaces;

/// <summary>The files that the jobs of a matrix made: files, or folders of files, as a run's artifacts have them.</summary>
internal static class ShardFiles
{
    /// <exception cref="GalleyException">There is no file at all.</exception>
    public static IReadOnlyList<string> Find(Shell shell, IEnumerable<string> paths)
    {
        var files = paths.SelectMany(path => Below(Path.GetFullPath(path, shell.Directory))).ToList();
        return files.Count > 0
            ? files
            : throw new GalleyException(
                $"There is no file below {string.Join(", ", paths)}, so no shard has a result. Look at the jobs of the shards."
            );
    }

    private static IEnumerable<string> Below(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [path];
}
