using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Galley.Ledger.Stores;

/// <summary>
/// Waits until the system has put a file, or a folder's names, on disk, and throws <see cref="SyncException"/> when it could not.
/// .NET's own FlushToDisk returns as if all were well when fsync answers EIO or ENOSPC. Tests put a failing one in its place.
/// </summary>
internal class DiskSync
{
    private const int Interrupted = 4;
    private const int FullSync = 51;

    public virtual void File(SafeFileHandle file, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // FlushFileBuffers, which .NET does check.
            RandomAccess.FlushToDisk(file);
            return;
        }

        if (!TrySync(file))
        {
            throw new SyncException($"{path} can't be synced to disk: {Error()}");
        }
    }

    /// <summary>A new file's name is durable only with its folder. Windows has no such call, and needs none.</summary>
    public virtual void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // .NET opens no folders.
        var descriptor = Open(Encoding.UTF8.GetBytes(path + '\0'), flags: 0);
        if (descriptor < 0)
        {
            throw new SyncException($"{path} can't be synced to disk: {Error()}");
        }

        using var folder = new SafeFileHandle(descriptor, ownsHandle: true);
        if (!TrySync(folder) && !HasNoFolderSync(Marshal.GetLastPInvokeError()))
        {
            throw new SyncException($"{path} can't be synced to disk: {Error()}");
        }
    }

    private static bool TrySync(SafeFileHandle handle)
    {
        // macOS: fsync alone leaves the bytes in the drive's own cache. Not every file system there knows the other call.
        if (OperatingSystem.IsMacOS() && FileControl(handle, FullSync) == 0)
        {
            return true;
        }

        int result;
        do
        {
            result = FileSync(handle);
        } while (result != 0 && Marshal.GetLastPInvokeError() == Interrupted);

        return result == 0;
    }

    // EINVAL, ENOTSUP (Linux, macOS): a file system, often of a network, that syncs files and knows no such call for folders.
    private static bool HasNoFolderSync(int error) => error is 22 or 95 or 45;

    private static string Error() => new Win32Exception(Marshal.GetLastPInvokeError()).Message;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FileSync(SafeFileHandle file);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(SafeFileHandle file, int command);
}

/// <summary>What was written may not be on disk, whatever a read of it shows now.</summary>
internal sealed class SyncException(string message) : IOException(message);
