using System.Security.Cryptography;
using System.Text;
using Galley.Content;
using NodaTime;

namespace Galley.Planning.Cache;

/// <summary>
/// What came of a client the last time, in one small file for each client and purpose. It may be deleted at any time; two processes may use
/// it at once; a file that is not as it was written, or of anything else than is asked for, is as good as none.
/// </summary>
/// <param name="folder">Of one repository, where only the user writes: what stands there is believed. Never inside a work tree.</param>
public sealed class ResultCache(string folder)
{
    private const int SumLength = 32;
    private static readonly byte[] Begin = Encoding.ASCII.GetBytes("galley cache 1\n");

    /// <param name="name">Of the client and what is asked about it.</param>
    /// <param name="key">A hash over all that the result depends on, but for the time.</param>
    internal byte[]? TryGet(string name, ReadOnlySpan<byte> key, Instant now)
    {
        try
        {
            if (!FileStamp.IsRegularFile(FileOf(name)))
            {
                return null;
            }

            var bytes = File.ReadAllBytes(FileOf(name));
            var start = Begin.Length + key.Length;
            return IsWhole(bytes) && bytes.AsSpan(Begin.Length).StartsWith(key) && IsBetween(bytes.AsSpan(start), now)
                ? bytes[(start + 16)..^SumLength]
                : null;
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <param name="steady">The result is the same at every instant between the two.</param>
    internal void Put(string name, ReadOnlySpan<byte> key, Interval steady, ReadOnlySpan<byte> result)
    {
        byte[] content = [.. Begin, .. key, .. Ticks(steady.Start), .. Ticks(steady.End), .. result];
        try
        {
            Prepare();
            var draft = Path.Combine(folder, $"{RunId.New()}.tmp");
            File.WriteAllBytes(draft, [.. content, .. SHA256.HashData(content)]);
            File.Move(draft, FileOf(name), overwrite: true);
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            // The next run is slower: nobody has to be told.
        }
    }

    /// <summary>Others have no business there.</summary>
    private void Prepare()
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    /// <summary>A client's folder may have any name, a file of ours may not.</summary>
    private string FileOf(string name) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32]);

    private static bool IsWhole(byte[] bytes) =>
        bytes.Length > Begin.Length + SumLength
        && bytes.AsSpan().StartsWith(Begin)
        && SHA256.HashData(bytes.AsSpan(..^SumLength)).AsSpan().SequenceEqual(bytes.AsSpan(^SumLength..));

    private static bool IsBetween(ReadOnlySpan<byte> times, Instant now)
    {
        var ticks = now.ToUnixTimeTicks();
        return BitConverter.ToInt64(times) < ticks && ticks < BitConverter.ToInt64(times[8..]);
    }

    private static byte[] Ticks(Instant time) => BitConverter.GetBytes(time.ToUnixTimeTicks());
}
