using NodaTime;

namespace Galley.Api;

/// <summary>§ Get Post Engagement. Counts are running totals; null where the API gave none.</summary>
public sealed record PostEngagement(string PostId, string? PublishedUrl, bool MetricsAvailable, PostMetrics? Metrics);

public sealed record PostMetrics(long? Impressions, long? Reactions, long? Comments, long? Reposts);

/// <summary>§ Get Lead Magnet Analytics. Counts are running totals; null where the API gave none.</summary>
public sealed record LeadMagnetAnalytics(
    string Id,
    string? Keyword,
    string? ResourceName,
    LeadMagnetPage? Page,
    LeadMagnetMetrics? Metrics
);

public sealed record LeadMagnetPage(string? Id, string? Title, string? Slug, string? Status, Instant? PublishedAt);

public sealed record LeadMagnetMetrics(
    long? PageViews,
    long? UniqueVisitors,
    bool? UniqueVisitorsLimited,
    long? Unlocks,
    double? ConversionRate,
    long? ContentAccess,
    long? CtaClicks,
    long? DownloadClicks,
    long? Captures
);
