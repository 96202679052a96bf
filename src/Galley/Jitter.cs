#pragma warning disable RS0030 // The only place that uses random numbers, to spread out waits.
namespace Galley;

/// <summary>What waits are spread out by, where nothing else is given.</summary>
public static class Jitter
{
    /// <summary>Between 0 and 1.</summary>
    public static double Next() => Random.Shared.NextDouble();
}
