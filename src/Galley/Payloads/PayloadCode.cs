using System.Security.Cryptography;
using System.Text;
using Galley.Diagnostics;

namespace Galley.Payloads;

/// <summary>The short name of a payload that people read out, compare and type.</summary>
public static class PayloadCode
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Sha256Of(string canonical) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>The first 20 bits of the hash, five bits a letter.</summary>
    public static string From(string sha256) => Letters(sha256, 4);

    /// <summary>
    /// The first 60 bits as three groups of four, <c>7QK4-M2XD-93TB</c>: too many for anybody to find another text
    /// with them.
    /// </summary>
    public static string ForApproval(string sha256)
    {
        var letters = Letters(sha256, 12);
        return $"{letters[..4]}-{letters[4..8]}-{letters[8..]}";
    }

    private static string Letters(string sha256, int count)
    {
        var bits = Convert.ToUInt64(sha256[..16], 16);
        return string.Create(count, bits, static (letters, value) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = Crockford[(int)((value >> (59 - 5 * i)) & 31)];
            }
        });
    }

    /// <summary>Whether what a person typed names this code: case, and the letters that Crockford reads as digits, do not matter.</summary>
    public static bool Matches(string code, string typed) =>
        string.Equals(code, Normal(typed), StringComparison.Ordinal);

    /// <summary>Whether what a person typed is this approval code, all twelve letters of it; the hyphens may be left out.</summary>
    public static bool Approves(string approvalCode, string typed) => Matches(Bare(approvalCode), Bare(typed));

    private static string Bare(string code) => Dashes.ToHyphens(code).Replace("-", "").Replace(" ", "");

    /// <summary>Whether it has a code's form: four letters of Crockford's alphabet.</summary>
    public static bool IsCode(string typed) => Normal(typed) is { Length: 4 } code && code.All(Crockford.Contains);

    /// <summary>A typed approval code as Galley writes it, with its hyphens; null for what has no such form.</summary>
    public static string? NormalApproval(string typed) =>
        Normal(Bare(typed)) is { Length: 12 } code && code.All(Crockford.Contains)
            ? $"{code[..4]}-{code[4..8]}-{code[8..]}"
            : null;

    /// <summary>A typed code as Galley writes it.</summary>
    public static string Normal(string typed) =>
        typed.Trim().ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
}
