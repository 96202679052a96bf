using System.Collections.Immutable;
using Galley.Api;

namespace Galley.Reporting.Exports;

/// <summary>Leads as counts that name nobody, and as the rows of a file that names them all (§ List Leads).</summary>
public static class LeadExport
{
    public static readonly ImmutableArray<Facet<Lead>> Questions =
    [
        new("source", "source", Sources),
        new("email", "email", lead => [HasEmail(lead) ? "yes" : "no"]),
        new("keyword", "keyword", lead => lead.Keywords.IsEmpty ? FacetValue.For(lead.LatestKeyword) : lead.Keywords),
        new("qualification", "qualification", lead => FacetValue.For(lead.QualificationStatus)),
        new("intent", "intent", lead => FacetValue.For(lead.HasIntent)),
        new("first_seen", "first seen", lead => FacetValue.Month(lead.FirstSeenAt)),
    ];

    public static readonly ImmutableArray<CsvColumn<(string Client, Lead Lead)>> Columns =
    [
        new("client", row => row.Client),
        new("id", row => row.Lead.Id),
        new("name", row => row.Lead.Name),
        new("headline", row => row.Lead.Headline),
        new("linkedin_profile_url", row => row.Lead.LinkedInProfileUrl),
        new("email_submitted", row => row.Lead.SubmittedEmail),
        new("email_work", row => row.Lead.WorkEmail),
        new("email_personal", row => row.Lead.PersonalEmail),
        new("submitted_name", row => row.Lead.SubmittedName),
        new("submitted_at", row => row.Lead.SubmittedAt),
        new("submitted_via_magnet_id", row => row.Lead.SubmittedViaMagnetId),
        new("source_comments", row => row.Lead.FromComments),
        new("source_dms", row => row.Lead.FromDms),
        new("source_intent", row => row.Lead.FromIntent),
        new("total_interactions", row => row.Lead.TotalInteractions),
        new("latest_keyword", row => row.Lead.LatestKeyword),
        new("keywords", row => string.Join(", ", row.Lead.Keywords)),
        new("has_intent", row => row.Lead.HasIntent),
        new("intent_signals", row => string.Join(", ", row.Lead.IntentSignals)),
        new("qualification_status", row => row.Lead.QualificationStatus),
        new("first_seen_at", row => row.Lead.FirstSeenAt),
        new("last_seen_at", row => row.Lead.LastSeenAt),
        new("created_at", row => row.Lead.CreatedAt),
        new("updated_at", row => row.Lead.UpdatedAt),
    ];

    private static bool HasEmail(Lead lead) =>
        (lead.SubmittedEmail ?? lead.WorkEmail ?? lead.PersonalEmail) is not null;

    /// <summary>The names that the filter takes.</summary>
    private static IEnumerable<string> Sources(Lead lead)
    {
        if (lead.FromComments)
        {
            yield return "comments";
        }

        if (lead.FromDms)
        {
            yield return "dms";
        }

        if (lead.FromIntent)
        {
            yield return "intent";
        }
    }
}
