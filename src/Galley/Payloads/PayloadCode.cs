using System.Security.Cryptography;
using System.Text;

namespace Galley.Payloads;

/// <summary>The short name of a payload that people read out, compare and type.</summary>
public static class PayloadCode
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Sha256Of(string canonical) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>The first 20 bits of the hash, five bits a letter.</summary>
    public static string From(string sha256)
    {
        var bits = Convert.ToInt32(sha256[..5], 16);
        return string.Create(4, bits, static (letters, value) =>
        {
            for (var i = 0; i < 4; i++)
            {
                letters[i] = Crockford[(value >> (15 - 5 * i)) & 31];
            }
        });
    }

    /// <summary>Whether what a person typed names this code: case, and the letters that Crockford reads as digits, do not matter.</summary>
    public static bool Matches(string code, string typed) =>
        string.Equals(code, Normal(typed), StringComparison.Ordinal);

    private static string Normal(string typed) =>
        typed.Trim().ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
}
