using System.Text.Json;
using Galley.Api;

namespace Galley.LeadPanther.Responses;

/// <summary>§ Get Post Engagement, § Get Lead Magnet Analytics.</summary>
internal static class MetricResponses
{
    public static PostEngagement? Engagement(ApiAnswer answer)
    {
        if (answer.Root.Object("data") is not { } data || data.Text("post_id") is not { } postId)
        {
            return null;
        }

        var metrics = data.Object("metrics") is { } counts ? PostCounts(counts) : null;
        return new PostEngagement(
            postId,
            data.Text("published_url"),
            data.Flag("metrics_available") ?? metrics is not null,
            metrics
        );
    }

    public static LeadMagnetAnalytics? Analytics(ApiAnswer answer)
    {
        if (
            answer.Root.Object("data") is not { } data
            || data.Object("lead_magnet") is not { } magnet
            || magnet.Text("id") is not { } id
        )
        {
            return null;
        }

        return new LeadMagnetAnalytics(
            id,
            magnet.Text("keyword"),
            magnet.Text("resource_name"),
            data.Object("page") is { } page ? Page(page) : null,
            data.Object("metrics") is { } counts ? LeadMagnetCounts(counts) : null
        );
    }

    private static PostMetrics PostCounts(JsonElement counts) =>
        new(counts.Count("impressions"), counts.Count("reactions"), counts.Count("comments"), counts.Count("reposts"));

    private static LeadMagnetPage Page(JsonElement page) =>
        new(page.Text("id"), page.Text("title"), page.Text("slug"), page.Text("status"), page.Time("published_at"));

    private static LeadMagnetMetrics LeadMagnetCounts(JsonElement counts) =>
        new(
            counts.Count("page_views"),
            counts.Count("unique_visitors"),
            counts.Flag("unique_visitors_limited"),
            counts.Count("unlocks"),
            counts.Number("conversion_rate"),
            counts.Count("content_access"),
            counts.Count("cta_clicks"),
            counts.Count("download_clicks"),
            counts.Count("captures")
        );
}
