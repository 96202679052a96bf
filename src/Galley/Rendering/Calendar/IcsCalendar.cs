using Galley.Content;
using Galley.Diagnostics;
using Galley.Payloads;
using Galley.Planning;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace Galley.Rendering.Calendar;

/// <summary>The posts that have a time as an iCalendar file: for the calendar programs that people have open anyway.</summary>
public static class IcsCalendar
{
    /// <summary>A post has no length; this one can be seen and clicked.</summary>
    private const int Minutes = 15;

    private const int LongestTitle = 60;

    public static string Write(PlannedRepository planned)
    {
        var calendar = new Ical.Net.Calendar
        {
            Method = CalendarMethods.Publish,
            ProductId = "-//Galley//Publishing calendar//EN",
        };
        calendar.AddProperty("X-WR-CALNAME", Name(planned));
        foreach (var (client, post) in Posts(planned))
        {
            calendar.Events.Add(Event(client, post, planned.Plan.Now));
        }

        return FoldedLines.Write(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static string Name(PlannedRepository planned) =>
        planned.Clients is [{ Content.Client: { } only }] ? $"{only.Name}: posts" : "Posts of all clients";

    private static IEnumerable<(PlannedClient Client, Post Post)> Posts(PlannedRepository planned) =>
        from client in planned.Clients
        where client.Content.Client is not null
        from post in client.Content.Posts
        where post.ScheduledAt is not null
        orderby post.ScheduledAt, client.Content.Slug, post.Key
        select (client, post);

    private static CalendarEvent Event(PlannedClient planned, Post post, Instant now)
    {
        var client = planned.Content.Client!;
        var magnet = planned.Content.LeadMagnetOf(post);
        var text = new PostText(post, client, magnet).Rendered;
        var at = post.ScheduledAt!.Value.ToDateTimeUtc();
        return new CalendarEvent
        {
            Uid = $"{client.Slug}/{post.Key}@{client.Account.Id}.galley",
            DtStamp = new CalDateTime(now.ToDateTimeUtc()),
            Start = new CalDateTime(at),
            End = new CalDateTime(at.AddMinutes(Minutes)),
            Summary = $"{client.Name}: {VisibleText.From(Excerpt.FirstLine(text, LongestTitle))}",
            Description = Description(planned, post, text, now),
            Status = post.Status == PostStatus.Draft ? EventStatus.Tentative : EventStatus.Confirmed,
            Transparency = TransparencyType.Transparent,
            Categories =
            [
                client.Name,
                .. post.Campaign is { } campaign ? [campaign] : Array.Empty<string>(),
                .. post.Labels,
            ],
        };
    }

    private static string Description(PlannedClient planned, Post post, string text, Instant now)
    {
        var lines = text.Split('\n').Select(VisibleText.From);
        var action = planned.Plan.Actions.FirstOrDefault(candidate =>
            candidate.Kind == Kind.Post && candidate.Key == post.Key
        );
        if (action is null)
        {
            return string.Join('\n', lines);
        }

        var words = ActionDescriptions.WithStatus(action, planned.Content.Client!.Zone, now);
        return string.Join('\n', lines.Append("").Append($"{words}{(action.Code is null ? "" : $" [{action.Code}]")}"));
    }
}
