using System.Security.Cryptography;

namespace Galley;

/// <summary>The one source of random ids: runs and ledgers.</summary>
public static class RunId
{
    /// <summary>64 random bits: enough that no two runs of an agency ever share one.</summary>
    public static string New() => Hex(8);

    internal static string NewLedger() => Hex(16);

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
