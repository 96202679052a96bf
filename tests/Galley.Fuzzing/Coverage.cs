using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Galley.Fuzzing;

/// <summary>
/// Which branches of the instrumented assemblies a run took, and how often, in AFL's map: a byte for each pair of branches, its count
/// in eight steps.
/// </summary>
internal sealed unsafe class Coverage
{
    private const int Size = 1 << 16;
    private static readonly byte* Map = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    /// <summary>Pairs of branches that any run took.</summary>
    public int Branches => _seen.AsSpan().Length - _seen.AsSpan().Count((byte)0);

    /// <summary>Before the first instrumented line runs: it counts in the map.</summary>
    public static void Start() => Trace.SharedMem = Map;

    public static void Begin()
    {
        new Span<byte>(Map, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the run since <see cref="Begin"/> went where no other did, or there more often.</summary>
    public bool TakeNew()
    {
        var isNew = false;
        for (var i = 0; i < Size; i++)
        {
            if (Map[i] == 0)
            {
                continue;
            }

            var step = Step(Map[i]);
            isNew |= (_seen[i] & step) == 0;
            _seen[i] |= step;
        }

        return isNew;
    }

    private static byte Step(byte count) =>
        count switch
        {
            1 => 1,
            2 => 2,
            3 => 4,
            < 8 => 8,
            < 16 => 16,
            < 32 => 32,
            < 128 => 64,
            _ => 128,
        };
}
