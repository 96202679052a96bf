using System.Collections.Immutable;

namespace Galley.Content;

/// <summary>
/// The content of a commit, in a temporary folder until this is disposed of: galley.yaml, every client.yaml, and the
/// clients that differ. Files that are the same in the work tree are copied from there. The rest comes from git.
/// </summary>
public sealed class BaseContent : IDisposable
{
    private readonly LockedFolder _folder;
    private readonly ImmutableHashSet<string> _changed;

    private BaseContent(LockedFolder folder, Repository repository, string commit, ImmutableHashSet<string> changed) =>
        (_folder, Repository, Commit, _changed) = (folder, repository, commit, changed);

    public string Commit { get; }

    /// <summary>Only the clients that <see cref="Touches"/> names can be read from it.</summary>
    public Repository Repository { get; }

    /// <summary>Whether a file, by its path from the content root, differs from the commit's.</summary>
    public bool Changed(string path) => _changed.Contains(path);

    /// <summary>Whether any file that this client's objects depend on differs.</summary>
    public bool Touches(string slug) =>
        Changed(ContentRoot.SettingsFile)
        || _changed.Any(IsStyle)
        || _changed.Any(path => path.StartsWith($"{ContentRoot.ClientsFolder}/{slug}/", StringComparison.Ordinal));

    /// <exception cref="GalleyException">There is no such commit here. The message says how to get it.</exception>
    public static async Task<BaseContent> Open(string contentRoot, string revision, CancellationToken cancellationToken)
    {
        var tree = await BaseTree.Open(contentRoot, revision, cancellationToken);
        var changed = await tree.Changed(cancellationToken);
        var locked = LockedFolder.Create("galley-base-");
        try
        {
            var folder = locked.Path;
            var needed = (await tree.Files(cancellationToken)).Where(path => IsNeeded(path, changed)).ToList();
            foreach (var path in needed.Where(path => !changed.Contains(path)))
            {
                Put(folder, path, await File.ReadAllBytesAsync(Path.Combine(contentRoot, path), cancellationToken));
            }

            foreach (var (path, bytes) in await tree.Read([.. needed.Where(changed.Contains)], cancellationToken))
            {
                Put(folder, path, bytes);
            }

            return new BaseContent(locked, Repository.Open(folder), tree.Commit, changed);
        }
        catch
        {
            locked.Dispose();
            throw;
        }
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsNeeded(string path, ImmutableHashSet<string> changed)
    {
        var parts = path.Split('/', 3);
        if (path == ContentRoot.SettingsFile || IsStyle(path))
        {
            return true;
        }

        if (parts.Length < 3 || parts[0] != ContentRoot.ClientsFolder)
        {
            return false;
        }

        var client = $"{parts[0]}/{parts[1]}/";
        return parts[2] == ContentRoot.ClientFile
            || changed.Contains(ContentRoot.SettingsFile)
            || changed.Any(IsStyle)
            || changed.Any(other => other.StartsWith(client, StringComparison.Ordinal));
    }

    private static bool IsStyle(string path) =>
        path.StartsWith($"{ContentRoot.StylesFolder}/", StringComparison.Ordinal);

    private static void Put(string folder, string path, byte[] bytes)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }
}
