using Galley.Sandbox.FakeData;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Operations;

/// <summary>
/// § List Activity: every comment and message, newest first. The filter says <c>comments</c>, a row says <c>comment</c>, as
/// documented.
/// </summary>
internal static class ActivityOperation
{
    public static Answer Handle(Call call)
    {
        var activity = FakeAudience
            .OfAccount(call.State, call.UserId, call.Now)
            .Where(person => IsWanted(person, call));
        return Answer.Page(call.Query.Page<object>([.. activity.Select(person => Row(call, person))]));
    }

    private static bool IsWanted(FakePerson person, Call call) =>
        (call.Query["source"] is not { } source || source == (person.ByMessage ? "dms" : "comments"))
        && (call.Query["status"] is not { } status || status == person.Status(call.Now))
        && (
            call.Query["keyword"] is not { } keyword
            || (person.Asked && keyword.Equals(person.Keyword, StringComparison.OrdinalIgnoreCase))
        )
        && (
            call.Query["search"] is not { } search
            || $"{person.Name}\n{person.Headline}\n{person.Content}".Contains(
                search,
                StringComparison.OrdinalIgnoreCase
            )
        );

    private static object Row(Call call, FakePerson person) =>
        new
        {
            id = call.State.IdOf($"activity {person.Seed}"),
            source = person.ByMessage ? "dm" : "comment",
            author_name = person.Name,
            author_headline = person.Headline,
            linkedin_profile_url = $"https://www.linkedin.com/in/sandbox-{person.Handle}",
            content = person.Content,
            keyword = person.Asked ? person.Keyword : null,
            status = person.Status(call.Now),
            occurred_at = Wire.Time(person.At),
            metadata = new
            {
                post_id = person.PostId,
                comment_id = person.ByMessage ? null : $"sandbox-comment-{call.State.IdOf($"comment {person.Seed}")}",
                is_lead_magnet_request = person.Asked,
                matched_template_id = person.Asked ? person.LeadMagnetId : null,
            },
        };
}
