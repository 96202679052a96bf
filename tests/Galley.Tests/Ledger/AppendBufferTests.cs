using CsCheck;
using Galley.Ledger;

namespace Galley.Tests.Ledger;

internal sealed class AppendBufferTests
{
    [Test]
    public void Append_ToAnyEarlierValue_LeavesEveryOtherAsItWas() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Byte.Array[0, 900])
            .Array[1, 12]
            .Sample(steps =>
            {
                List<(AppendBuffer Bytes, byte[] Expected)> values = [(default, [])];

                foreach (var (from, more) in steps)
                {
                    var (bytes, expected) = values[from % values.Count];
                    values.Add((bytes.Append(more), [.. expected, .. more]));
                }

                Assert.That(
                    values.Select(value => value.Bytes.All.ToArray()),
                    Is.EqualTo(values.Select(value => value.Expected))
                );
            });

    [Test]
    public void Append_ManyTimes_AllocatesForWhatItAdds()
    {
        const int Times = 2000;
        var line = new byte[1000];
        var bytes = default(AppendBuffer).Append(line);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 1; i < Times; i++)
        {
            bytes = bytes.Append(line);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(allocated, Is.LessThan(5 * Times * line.Length));
    }
}
