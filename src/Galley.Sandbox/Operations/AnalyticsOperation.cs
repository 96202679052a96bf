using System.Collections.Immutable;
using System.Text.Json;
using Galley.Sandbox.FakeData;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Operations;

/// <summary>§ Get Lead Magnet Analytics. The page of captures stands inside <c>data</c>, as documented.</summary>
internal static class AnalyticsOperation
{
    public static Answer Handle(Call call) =>
        call.State.LeadMagnet(call.UserId, call.Id) is { } magnet
            ? Answer.Data(Data(call, magnet))
            : Answer.Refuse(404, "not_found", $"This account has no lead magnet {call.Id}.");

    private static object Data(Call call, SandboxLeadMagnet magnet)
    {
        var audience = FakeAudience.OfLeadMagnet(call.State, magnet, call.Now);
        var captures = call.Query.Page<object>([
            .. audience.Where(person => person.Unlocked).Select(person => Capture(call, person)),
        ]);
        return new
        {
            lead_magnet = new
            {
                id = magnet.Id,
                keyword = magnet.Keyword,
                resource_name = magnet.ResourceName,
            },
            page = Page(call, magnet),
            metrics = Metrics(audience),
            recent_captures = captures.Rows,
            pagination = captures.Pagination,
        };
    }

    private static object Page(Call call, SandboxLeadMagnet magnet)
    {
        return new
        {
            id = call.State.IdOf($"page {magnet.Id}"),
            title = magnet.PageTitle,
            slug = Slug(magnet.PageTitle),
            status = "published",
            published_at = Wire.Time(magnet.CreatedAt),
            created_at = Wire.Time(magnet.CreatedAt),
            updated_at = default(string),
        };
    }

    private static object Metrics(ImmutableArray<FakePerson> audience)
    {
        var visitors = audience.Count(person => person.Asked);
        var unlocks = audience.Count(person => person.Unlocked);
        return new
        {
            page_views = visitors + (visitors / 4),
            unique_visitors = visitors,
            unique_visitors_limited = false,
            unlocks,
            conversion_rate = visitors == 0 ? 0 : Math.Round((double)unlocks / visitors, 4),
            content_access = unlocks - (unlocks / 12),
            cta_clicks = unlocks / 3,
            download_clicks = unlocks * 2 / 3,
            captures = unlocks,
        };
    }

    private static object Capture(Call call, FakePerson person) =>
        new
        {
            id = call.State.IdOf($"capture {person.Seed}"),
            source = person.ByMessage ? "dms" : "comments",
            lead_id = call.State.IdOf($"lead {person.Seed}"),
            tracking_link_id = default(string),
            created_at = Wire.Time(person.At),
        };

    private static string Slug(string title) =>
        JsonNamingPolicy
            .KebabCaseLower.ConvertName(
                string.Concat(
                    title.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')
                )
            )
            .Trim('-');
}
