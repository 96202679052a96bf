using System.Collections.Immutable;
using Galley.Ledger.Metrics;

namespace Galley.Reporting;

/// <summary>One of the API's counts, all of them running totals (§ Get Post Engagement, § Get Lead Magnet Analytics).</summary>
/// <param name="Name">The API's.</param>
/// <param name="Of">Its total in a reading; null where the API gave none.</param>
public sealed record Metric(string Name, Func<MetricsLine, long?> Of)
{
    public static readonly Metric Impressions = new("impressions", line => line.Post?.Impressions);
    public static readonly Metric Reactions = new("reactions", line => line.Post?.Reactions);
    public static readonly Metric Comments = new("comments", line => line.Post?.Comments);
    public static readonly Metric Reposts = new("reposts", line => line.Post?.Reposts);

    public static readonly Metric Views = new("page_views", line => line.LeadMagnet?.PageViews);
    public static readonly Metric Visitors = new("unique_visitors", line => line.LeadMagnet?.UniqueVisitors);
    public static readonly Metric Unlocks = new("unlocks", line => line.LeadMagnet?.Unlocks);
    public static readonly Metric Captures = new("captures", line => line.LeadMagnet?.Captures);
    public static readonly Metric ContentAccess = new("content_access", line => line.LeadMagnet?.ContentAccess);
    public static readonly Metric CtaClicks = new("cta_clicks", line => line.LeadMagnet?.CtaClicks);
    public static readonly Metric Downloads = new("download_clicks", line => line.LeadMagnet?.DownloadClicks);

    public static readonly ImmutableArray<Metric> OfPosts = [Impressions, Reactions, Comments, Reposts];

    /// <summary>In the order in which people go through them.</summary>
    public static readonly ImmutableArray<Metric> Funnel = [Views, Visitors, Unlocks, Captures];

    public static readonly ImmutableArray<Metric> OfLeadMagnets = [.. Funnel, ContentAccess, CtaClicks, Downloads];

    public static readonly ImmutableArray<Metric> All = [.. OfPosts, .. OfLeadMagnets];
}
