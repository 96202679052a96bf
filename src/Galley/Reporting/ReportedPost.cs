using NodaTime;

namespace Galley.Reporting;

/// <summary>A live post with what it gained.</summary>
/// <param name="Title">The start of its first line; its key where the ledger holds no text.</param>
/// <param name="At">Null for a draft.</param>
/// <param name="Url">Where LinkedIn shows it, once a reading said so.</param>
/// <param name="IsOut">It went out within the span.</param>
public sealed record ReportedPost(
    string Key,
    string Id,
    string Title,
    Instant? At,
    string? Url,
    bool IsOut,
    MetricTotals Totals
)
{
    /// <summary>An earlier post that nobody saw in these days: not worth a line.</summary>
    public bool IsQuiet => !IsOut && Totals.IsZero;
}
