using System.Text;

namespace Galley.Fuzzing;

/// <summary>Makes a new input out of those that are known: a few small changes at once, in the manner of AFL's havoc.</summary>
internal sealed class Mutator(FuzzTarget target, Random random)
{
    private static readonly byte[] Marks =
    [
        0,
        1,
        9,
        10,
        13,
        32,
        34,
        39,
        45,
        47,
        58,
        91,
        93,
        123,
        125,
        127,
        128,
        192,
        255,
    ];

    public byte[] From(IReadOnlyList<byte[]> known)
    {
        var input = new List<byte>(known[random.Next(known.Count)]);
        for (var changes = 1 << random.Next(5); changes > 0; changes--)
        {
            Change(input, known);
        }

        return input.Count <= target.Longest ? [.. input] : [.. input.Take(target.Longest)];
    }

    private void Change(List<byte> input, IReadOnlyList<byte[]> known)
    {
        var at = random.Next(input.Count + 1);
        switch (random.Next(8))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = Marks[random.Next(Marks.Length)];
                break;
            case 2:
                input.InsertRange(at, Enumerable.Repeat(Marks[random.Next(Marks.Length)], 1 << random.Next(8)));
                break;
            case 3:
                input.RemoveRange(at, Math.Min(input.Count - at, 1 << random.Next(8)));
                break;
            case 4:
                input.InsertRange(at, input.GetRange(at, Math.Min(input.Count - at, 1 << random.Next(8))));
                break;
            case 5 when target.Words.Count > 0:
                input.InsertRange(at, Encoding.UTF8.GetBytes(target.Words[random.Next(target.Words.Count)]));
                break;
            case 6:
                var other = known[random.Next(known.Count)];
                input.RemoveRange(at, input.Count - at);
                input.AddRange(other.Skip(random.Next(other.Length + 1)));
                break;
            default:
                input.Insert(at, (byte)random.Next(256));
                break;
        }
    }
}
