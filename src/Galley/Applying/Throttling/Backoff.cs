namespace Galley.Applying.Throttling;

/// <summary>How long to wait before trying again: doubling, at most half a minute, and spread so that many do not come at once.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="tried">How often it was tried, from 1.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan After(int tried, double random)
    {
        var full = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(tried, 10) - 1));
        return (full < Longest ? full : Longest) * (0.5 + random / 2);
    }
}
