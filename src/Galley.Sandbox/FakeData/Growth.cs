namespace Galley.Sandbox.FakeData;

/// <summary>How a post gets attention: fast on the first day, then more and more slowly, never less than before.</summary>
internal static class Growth
{
    private const double Hours = 18;

    /// <summary>The share of all that will ever come, from 0, below 1.</summary>
    public static double Share(TimeSpan age) => age <= TimeSpan.Zero ? 0 : 1 - Math.Exp(-age.TotalHours / Hours);

    /// <summary>The age at which a share is reached.</summary>
    public static TimeSpan Age(double share) => TimeSpan.FromSeconds(Math.Round(-Math.Log(1 - share) * Hours * 3600));
}
