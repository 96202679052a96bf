using System.Runtime.InteropServices;
using System.Text;

namespace Galley.Content;

/// <summary>What the system knows about a file without reading it. Every write to the file changes one of the values.</summary>
/// <param name="ModifiedAt">Nanoseconds since 1970.</param>
/// <param name="ChangedAt">
/// Nanoseconds since 1970. Unlike <paramref name="ModifiedAt"/>, nobody can set it back. 0 where it is unknown.
/// </param>
/// <param name="Inode">0 where it is unknown.</param>
/// <param name="IsRegular">False for a link, and for a pipe, socket or device where the system tells.</param>
internal readonly record struct FileStamp(long Size, long ModifiedAt, long ChangedAt, ulong Inode, bool IsRegular)
{
    private const int Second = 1_000_000_000;

    /// <summary>Of the file itself, or of the link itself.</summary>
    public static FileStamp From(string path) =>
        OperatingSystem.IsLinux() && TryAsk(path) is { } stamp ? stamp : Portable(path);

    /// <summary>Whether there is a normal file: no link, no folder, no pipe.</summary>
    public static bool IsRegularFile(string path) =>
        OperatingSystem.IsLinux() && TryAsk(path) is { } stamp
            ? stamp.IsRegular
            : new FileInfo(path) is { Exists: true, LinkTarget: null };

    private static FileStamp Portable(string path)
    {
        var info = new FileInfo(path);
        var sinceEpoch = (info.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * 100;
        return new FileStamp(info.Length, sinceEpoch, 0, 0, info.LinkTarget is null);
    }

    private static FileStamp? TryAsk(string path)
    {
        Span<byte> name = stackalloc byte[Encoding.UTF8.GetMaxByteCount(path.Length) + 1];
        name[Encoding.UTF8.GetBytes(path, name)] = 0;
        Span<byte> answer = stackalloc byte[Linux.AnswerLength];
        try
        {
            return
                Linux.Statx(
                    Linux.FromHere,
                    ref MemoryMarshal.GetReference(name),
                    Linux.NoFollow,
                    Linux.Basic,
                    ref MemoryMarshal.GetReference(answer)
                ) == 0
                ? Read(answer)
                : null;
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static FileStamp Read(ReadOnlySpan<byte> answer) =>
        new(
            MemoryMarshal.Read<long>(answer[40..]),
            Time(answer[112..]),
            Time(answer[96..]),
            MemoryMarshal.Read<ulong>(answer[32..]),
            (MemoryMarshal.Read<ushort>(answer[28..]) & Linux.TypeMask) == Linux.Regular
        );

    private static long Time(ReadOnlySpan<byte> answer) =>
        (MemoryMarshal.Read<long>(answer) * Second) + MemoryMarshal.Read<uint>(answer[8..]);

    /// <summary>statx(2): unlike that of stat, its result has the same layout on every processor.</summary>
    private static class Linux
    {
        public const int AnswerLength = 256;
        public const int FromHere = -100;
        public const int NoFollow = 0x100;
        public const uint Basic = 0x7FF;
        public const int TypeMask = 0xF000;
        public const int Regular = 0x8000;

        [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Statx(int folder, ref byte path, int flags, uint mask, ref byte answer);
    }
}
