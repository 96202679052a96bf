using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Galley.Ledger.Stores;

/// <summary>Writes that are on disk when they return: the file's bytes and the name by which it is found.</summary>
internal static class DurableFile
{
    /// <summary>Makes the file hold <paramref name="whole"/>, of which the first <paramref name="stored"/> bytes are there.</summary>
    public static void Append(string path, ReadOnlySpan<byte> whole, int stored)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        if (file.Length < stored)
        {
            throw new IOException($"{path} is shorter than it was: something else writes to it");
        }

        file.SetLength(stored);
        file.Position = stored;
        file.Write(whole[stored..]);
        file.Flush(flushToDisk: true);
    }

    public static void CreateFolder(string path)
    {
        Directory.CreateDirectory(path);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    public static void CreateEmpty(string path)
    {
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
        {
            file.Flush(flushToDisk: true);
        }

        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Readers see the old file or the new one, never a part.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = path + ".new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>A new file's name is durable only with its folder. Windows has no such call, and needs none.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(System.Text.Encoding.UTF8.GetBytes(folder + '\0'), flags: 0);
        if (descriptor < 0)
        {
            throw new IOException(
                $"{folder} can't be synced to disk: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}."
            );
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    // .NET opens no folders.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
