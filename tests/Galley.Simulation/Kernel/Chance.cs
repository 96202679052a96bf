namespace Galley.Simulation.Kernel;

/// <summary>Numbers that a seed decides, on any machine and with any .NET (SplitMix64).</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A source of its own: what is taken from one does not shift the other.</summary>
    public static Chance Of(int seed, int salt) =>
        new(((ulong)(uint)seed << 32) ^ ((ulong)(uint)salt * 0x9E3779B97F4A7C15));

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to, and without, <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <param name="times">0: never.</param>
    public bool OneIn(int times) => times > 0 && Below(times) == 0;

    public double Fraction() => (Next() >> 11) / (double)(1UL << 53);

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];
}
