namespace Galley.Reporting;

/// <summary>The middle of some values, which one lucky post does not move.</summary>
/// <param name="Count">Of how many values.</param>
public sealed record Median(double Value, int Count)
{
    /// <summary>The middle of fewer is chance.</summary>
    private const int Fewest = 3;

    /// <summary>Null of too few values.</summary>
    public static Median? Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count < Fewest ? null
            : sorted.Count % 2 == 1 ? new Median(sorted[middle], sorted.Count)
            : new Median((sorted[middle - 1] + sorted[middle]) / 2, sorted.Count);
    }
}
