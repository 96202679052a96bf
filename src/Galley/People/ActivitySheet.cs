using System.Collections.Immutable;
using Galley.Publishing.Api;
using Galley.Rendering.Tables;

namespace Galley.People;

/// <summary>Activity as counts that name nobody, and as the rows of a file that holds what was said (§ List Activity).</summary>
public static class ActivitySheet
{
    public static readonly ImmutableArray<Question<Activity>> Questions =
    [
        new("source", "source", activity => Answer.Of(activity.Source)),
        new("status", "status", activity => Answer.Of(activity.Status)),
        new("keyword", "keyword", activity => Answer.Of(activity.Keyword)),
        new("lead_magnet_request", "asks for one", activity => Answer.Of(activity.IsLeadMagnetRequest)),
        new("occurred", "month", activity => Answer.Month(activity.OccurredAt)),
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
