using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Galley.Planning.Sharding;

/// <summary>
/// A share of the clients, for one of several machines: <c>3/16</c> is the third of sixteen. A client's share depends on nothing
/// but its folder's name: no file is read to know it, and a new client moves no other.
/// </summary>
public sealed partial record Shard(int Number, int Of)
{
    /// <summary>As many jobs as a matrix of GitHub Actions makes.</summary>
    public const int Most = 256;

    /// <summary>Null for anything but I/N with 1 ≤ I ≤ N ≤ <see cref="Most"/>.</summary>
    public static Shard? TryParse(string text) =>
        Form().Match(text) is { Success: true } match
        && new Shard(Read(match.Groups[1]), Read(match.Groups[2])) is var shard
        && shard.Number <= shard.Of
        && shard.Of <= Most
            ? shard
            : null;

    /// <summary>The share of <paramref name="of"/> shares that a client belongs to.</summary>
    public static Shard For(string slug, int of) =>
        new(
            (int)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(slug))) % (ulong)of) + 1,
            of
        );

    public bool Holds(string slug) => For(slug, Of) == this;

    public override string ToString() => $"{Number}/{Of}";

    private static int Read(Group digits) =>
        int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([1-9][0-9]{0,2})/([1-9][0-9]{0,2})\z")]
    private static partial Regex Form();
}
