namespace Galley.Content;

/// <summary>
/// A temporary folder for as long as this process uses it. A process that is killed leaves its folder, but the system
/// releases its lock, so the next one deletes the folder.
/// </summary>
internal sealed class LockedFolder : IDisposable
{
    private const string LockFile = ".lock";
    private readonly FileStream _lock;

    private LockedFolder(string path)
    {
        Path = path;
        _lock = new FileStream(
            System.IO.Path.Combine(path, LockFile),
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None
        );
    }

    public string Path { get; }

    public static LockedFolder Create(string prefix)
    {
        foreach (var old in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), prefix + "*"))
        {
            TryDeleteUnused(old);
        }

        return new LockedFolder(Directory.CreateTempSubdirectory(prefix).FullName);
    }

    public void Dispose()
    {
        _lock.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    /// <summary>A folder without a lock file is just being created, or is somebody else's.</summary>
    private static void TryDeleteUnused(string folder)
    {
        try
        {
            var file = System.IO.Path.Combine(folder, LockFile);
            if (!File.Exists(file))
            {
                return;
            }

            using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) { }

            Directory.Delete(folder, recursive: true);
        }
        catch (Exception used) when (used is IOException or UnauthorizedAccessException)
        {
            // Another process uses it, or it belongs to another user.
        }
    }
}
