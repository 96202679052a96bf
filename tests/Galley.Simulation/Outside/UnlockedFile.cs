using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Galley.Simulation.Outside;

/// <summary>Reads a file that somebody writes to at this moment, as the disk below it does: .NET would ask for a lock.</summary>
internal static class UnlockedFile
{
    public static byte[] Read(string path)
    {
        using var file = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(path + '\0'), flags: 0), ownsHandle: true);
        var bytes = new byte[RandomAccess.GetLength(file)];
        return RandomAccess.Read(file, bytes, 0) == bytes.Length
            ? bytes
            : throw new IOException($"{path} can't be read");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
