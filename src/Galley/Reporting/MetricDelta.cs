namespace Galley.Reporting;

/// <summary>What a count grew by in a span.</summary>
/// <param name="IsToDate">No reading is from before the span: the value is all that there was up to its end.</param>
public readonly record struct MetricDelta(long Value, bool IsToDate)
{
    /// <summary>Null where there is none to add.</summary>
    public static MetricDelta? Sum(IEnumerable<MetricDelta?> gains)
    {
        MetricDelta? sum = null;
        foreach (var delta in gains.OfType<MetricDelta>())
        {
            sum = sum is { } so ? new MetricDelta(so.Value + delta.Value, so.IsToDate || delta.IsToDate) : delta;
        }

        return sum;
    }
}
