using System.Collections.Immutable;
using Galley.Api;

namespace Galley.Reporting.Exports;

/// <summary>Activity as counts that name nobody, and as the rows of a file that holds what was said (§ List Activity).</summary>
public static class ActivityExport
{
    public static readonly ImmutableArray<Facet<Activity>> Questions =
    [
        new("source", "source", activity => FacetValue.For(activity.Source)),
        new("status", "status", activity => FacetValue.For(activity.Status)),
        new("keyword", "keyword", activity => FacetValue.For(activity.Keyword)),
        new("lead_magnet_request", "asks for one", activity => FacetValue.For(activity.IsLeadMagnetRequest)),
        new("occurred", "month", activity => FacetValue.Month(activity.OccurredAt)),
    ];

    public static readonly ImmutableArray<CsvColumn<(string Client, Activity Activity)>> Columns =
    [
        new("client", row => row.Client),
        new("id", row => row.Activity.Id),
        new("source", row => row.Activity.Source),
        new("status", row => row.Activity.Status),
        new("occurred_at", row => row.Activity.OccurredAt),
        new("author_name", row => row.Activity.AuthorName),
        new("author_headline", row => row.Activity.AuthorHeadline),
        new("linkedin_profile_url", row => row.Activity.LinkedInProfileUrl),
        new("content", row => row.Activity.Content),
        new("keyword", row => row.Activity.Keyword),
        new("post_id", row => row.Activity.PostId),
        new("comment_id", row => row.Activity.CommentId),
        new("is_lead_magnet_request", row => row.Activity.IsLeadMagnetRequest),
        new("matched_template_id", row => row.Activity.MatchedTemplateId),
    ];
}
