using System.Text.Json;
using Galley.Api;

namespace Galley.LeadPanther.Responses;

/// <summary>§ List Leads, § List Activity.</summary>
internal static class LeadResponses
{
    public static Lead? Lead(JsonElement item)
    {
        if (item.Text("id") is not { } id)
        {
            return null;
        }

        var emails = item.Object("emails");
        var sources = item.Object("sources");
        return new Lead
        {
            Id = id,
            LinkedInProfileUrl = item.Text("linkedin_profile_url"),
            Name = item.Text("name"),
            Headline = item.Text("headline"),
            SubmittedEmail = emails?.Text("submitted"),
            WorkEmail = emails?.Text("work"),
            PersonalEmail = emails?.Text("personal"),
            SubmittedName = item.Text("submitted_name"),
            SubmittedAt = item.Time("submitted_at"),
            SubmittedViaMagnetId = item.Text("submitted_via_magnet_id"),
            FromComments = sources?.Flag("comments") ?? false,
            FromDms = sources?.Flag("dms") ?? false,
            FromIntent = sources?.Flag("intent") ?? false,
            TotalInteractions = item.Count("total_interactions"),
            LatestKeyword = item.Text("latest_keyword"),
            Keywords = item.Texts("keywords"),
            HasIntent = item.Flag("has_intent"),
            IntentSignals = item.Texts("intent_signals"),
            QualificationStatus = item.Text("qualification_status"),
            FirstSeenAt = item.Time("first_seen_at"),
            LastSeenAt = item.Time("last_seen_at"),
            CreatedAt = item.Time("created_at"),
            UpdatedAt = item.Time("updated_at"),
        };
    }

    public static Activity? Activity(JsonElement item)
    {
        if (item.Text("id") is not { } id)
        {
            return null;
        }

        var metadata = item.Object("metadata");
        return new Activity
        {
            Id = id,
            Source = item.Text("source"),
            AuthorName = item.Text("author_name"),
            AuthorHeadline = item.Text("author_headline"),
            LinkedInProfileUrl = item.Text("linkedin_profile_url"),
            Content = item.Text("content"),
            Keyword = item.Text("keyword"),
            Status = item.Text("status"),
            OccurredAt = item.Time("occurred_at"),
            PostId = metadata?.Text("post_id"),
            CommentId = metadata?.Text("comment_id"),
            IsLeadMagnetRequest = metadata?.Flag("is_lead_magnet_request"),
            MatchedTemplateId = metadata?.Text("matched_template_id"),
        };
    }
}
