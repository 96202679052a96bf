using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Galley.Planning.Cache;

/// <summary>
/// What came of a client the last time, in one small file for each client and purpose below <c>.galley/cache</c>. It may be deleted at any
/// time; two processes may use it at once; a file that is not as it was written, or of anything else than is asked for, is as good as none.
/// </summary>
public sealed class ResultCache(string contentRoot)
{
    private const int SumLength = 32;
    private static readonly byte[] Begin = Encoding.ASCII.GetBytes("galley cache 1\n");

    private readonly string _home = Path.Combine(contentRoot, ".galley");

    private string Folder => Path.Combine(_home, "cache");

    /// <param name="name">Of the client and what is asked about it.</param>
    /// <param name="key">A hash over all that the result depends on, but for the time.</param>
    internal byte[]? TryGet(string name, ReadOnlySpan<byte> key, Instant now)
    {
        try
        {
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
            var draft = Path.Combine(Folder, $"{RunId.New()}.tmp");
            File.WriteAllBytes(draft, [.. content, .. SHA256.HashData(content)]);
            File.Move(draft, FileOf(name), overwrite: true);
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            // The next run is slower: nobody has to be told.
        }
    }

    /// <summary>Git need not be told to ignore it: it ignores itself.</summary>
    private void Prepare()
    {
        if (Directory.Exists(Folder))
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(_home, ".gitignore"), "*\n");
    }

    /// <summary>A client's folder may have any name, a file of ours may not.</summary>
    private string FileOf(string name) =>
        Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32]);

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
