#pragma warning disable RS0030 // The one door to random numbers that only spread waits.
namespace Galley.Cli.Hosting;

internal static class Jitter
{
    /// <summary>Between 0 and 1.</summary>
    public static double Next() => Random.Shared.NextDouble();
}
