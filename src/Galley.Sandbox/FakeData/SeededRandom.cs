using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Galley.Sandbox.FakeData;

/// <summary>Chance that is always the same for the same words.</summary>
internal static class SeededRandom
{
    /// <summary>From 0, below 1.</summary>
    public static double Roll(string words) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(words))) / (uint.MaxValue + 1.0);

    public static int Roll(string words, int least, int most) => least + (int)(Roll(words) * (most - least + 1));

    public static T Pick<T>(string words, ReadOnlySpan<T> from) => from[Roll(words, 0, from.Length - 1)];
}
