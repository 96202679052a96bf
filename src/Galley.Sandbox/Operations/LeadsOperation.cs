using Galley.Sandbox.FakeData;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Operations;

/// <summary>§ List Leads: everybody who asked for a lead magnet, newest first.</summary>
internal static class LeadsOperation
{
    public static Answer Handle(Call call)
    {
        var leads = FakeAudience
            .OfAccount(call.State, call.UserId, call.Now)
            .Where(person => person.Asked && IsWanted(person, call.Query));
        return Answer.Page(call.Query.Page<object>([.. leads.Select(person => Row(call, person))]));
    }

    private static bool IsWanted(FakePerson person, Query query) =>
        (query["keyword"] is not { } keyword || keyword.Equals(person.Keyword, StringComparison.OrdinalIgnoreCase))
        && (query["source"] is not { } source || IsFrom(person, source))
        && (query.Flag("has_email") is not { } email || email == person.Unlocked)
        && (query.Flag("has_intent") is not { } intent || intent == person.HasIntent)
        && (query["qualification"] is not { } qualification || qualification == person.Qualification)
        && (
            query["search"] is not { } search
            || $"{person.Name}\n{person.Headline}\n{person.Keyword}".Contains(
                search,
                StringComparison.OrdinalIgnoreCase
            )
        );

    private static bool IsFrom(FakePerson person, string source) =>
        source switch
        {
            "comments" => !person.ByMessage,
            "dms" => person.ByMessage,
            "intent" => person.HasIntent,
            _ => false,
        };

    private static object Row(Call call, FakePerson person)
    {
        var at = Wire.Time(person.At);
        return new
        {
            id = call.State.IdOf($"lead {person.Seed}"),
            linkedin_profile_url = $"https://www.linkedin.com/in/sandbox-{person.Handle}",
            name = person.Name,
            headline = person.Headline,
            emails = new
            {
                submitted = person.Unlocked ? person.Email : null,
                work = default(string),
                personal = default(string),
            },
            submitted_name = person.Unlocked ? person.Name : null,
            submitted_at = person.Unlocked ? at : null,
            submitted_via_magnet_id = person.Unlocked ? person.LeadMagnetId : null,
            sources = new
            {
                comments = !person.ByMessage,
                dms = person.ByMessage,
                intent = person.HasIntent,
            },
            total_interactions = 1,
            latest_keyword = person.Keyword,
            keywords = new[] { person.Keyword },
            has_intent = person.HasIntent,
            intent_signals = person.HasIntent ? new[] { "Asked for " + person.Keyword } : [],
            qualification_status = person.Qualification,
            first_seen_at = at,
            last_seen_at = at,
            created_at = at,
            updated_at = default(string),
        };
    }
}
