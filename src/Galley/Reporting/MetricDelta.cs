namespace Galley.Reporting;

/// <summary>What a count grew by in a span.</summary>
/// <param name="IsToDate">No reading is from before the span: the value is all that there was up to its end.</param>
public readonly record struct MetricDelta(long Value, bool IsToDate)
{
    /// <summary>Of the differences alone; of the rest only where there is no difference. Null where there is none to add.</summary>
    public static MetricDelta? SumOfKnown(IEnumerable<MetricDelta?> gains)
    {
        var list = gains.OfType<MetricDelta>().ToList();
        return Sum(list.Where(delta => !delta.IsToDate).Cast<MetricDelta?>()) ?? Sum(list.Cast<MetricDelta?>());
    }

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
