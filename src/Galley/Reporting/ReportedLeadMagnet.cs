namespace Galley.Reporting;

/// <summary>A live lead magnet with what it gained.</summary>
/// <param name="IsVisitorsLimited">LeadPanther says that it could not count all visitors.</param>
public sealed record ReportedLeadMagnet(
    string Key,
    string Id,
    string? Keyword,
    string Name,
    bool IsVisitorsLimited,
    MetricTotals Totals
);
