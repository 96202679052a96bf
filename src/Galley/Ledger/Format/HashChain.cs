using System.Security.Cryptography;
using System.Text;

namespace Galley.Ledger.Format;

/// <summary>
/// Ties each line to all lines before it: <c>sum</c>, a line's last member, is a SHA-256 (first 128 bits, hex) over the
/// previous line's sum and the line without its sum. The first line's previous sum comes from the ledger's id and the
/// account, so a file of another ledger or client does not fit either.
/// </summary>
internal static class HashChain
{
    private const int SumLength = 32;
    private static readonly byte[] Opening = Encoding.ASCII.GetBytes(",\"sum\":\"");
    private static readonly byte[] Closing = Encoding.ASCII.GetBytes("\"}");
    private static readonly int SuffixLength = Opening.Length + SumLength + Closing.Length;

    public static string Start(string ledgerId, string account) =>
        Sum($"galley ledger {ledgerId} ", Encoding.UTF8.GetBytes(account));

    /// <summary>The line with its sum, without a line end.</summary>
    public static (byte[] Line, string Sum) Seal(string previous, ReadOnlySpan<byte> json)
    {
        var sum = Sum(previous, json);
        return ([.. json[..^1], .. Opening, .. Encoding.ASCII.GetBytes(sum), .. Closing], sum);
    }

    /// <summary>The line without its sum, if it is exactly what <see cref="Seal"/> made after <paramref name="previous"/>.</summary>
    public static bool TryUnseal(string previous, ReadOnlySpan<byte> line, out byte[] json, out string sum)
    {
        json = [];
        sum = "";
        if (line.Length <= SuffixLength)
        {
            return false;
        }

        byte[] body = [.. line[..^SuffixLength], (byte)'}'];
        var (sealedLine, sealedSum) = Seal(previous, body);
        if (!line.SequenceEqual(sealedLine))
        {
            return false;
        }

        (json, sum) = (body, sealedSum);
        return true;
    }

    private static string Sum(string previous, ReadOnlySpan<byte> json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(previous));
        hash.AppendData(json);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..SumLength];
    }
}
