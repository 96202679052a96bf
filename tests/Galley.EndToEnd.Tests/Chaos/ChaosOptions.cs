using System.Globalization;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>What <c>dotnet cake --target=Chaos</c> asks for; without it the few runs that each build makes.</summary>
internal static class ChaosOptions
{
    /// <summary>How many random scenarios.</summary>
    public static int Scenarios => Number("GALLEY_CHAOS_SCENARIOS") ?? 50;

    /// <summary>The first scenario's seed; each next has the next number.</summary>
    public static int Seed => Number("GALLEY_CHAOS_SEED") ?? 1;

    /// <summary>Whether every crash point is tried, or every third.</summary>
    public static bool IsWhole => Number("GALLEY_CHAOS_SCENARIOS") is not null;

    /// <summary>Where the figures go; null: nowhere.</summary>
    public static string? Out => Value("GALLEY_CHAOS_OUT");

    private static int? Number(string name) =>
        Value(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

#pragma warning disable RS0030 // A test run takes its arguments from the environment.
    private static string? Value(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
#pragma warning restore RS0030
}
