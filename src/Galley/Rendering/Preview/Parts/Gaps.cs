using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Rendering.Preview.Parts;

/// <summary>Clients for whom nothing goes out soon: the first thing that an account manager asks a calendar.</summary>
internal static class Gaps
{
    private const int Days = 14;
    private const int Shown = 8;

    public static Html Render(PreviewModel model, Links links)
    {
        var end = model.Now + Duration.FromDays(Days);
        var clients = model
            .Clients.Where(client => !client.HasEnded && (NextOf(client)?.ToInstant() ?? Instant.MaxValue) >= end)
            .OrderByDescending(client => NextOf(client)?.ToInstant() ?? Instant.MaxValue)
            .ToList();
        if (clients.Count == 0)
        {
            return Html.None;
        }

        var items = clients.Select(client => Item(client, links)).ToList();
        var rest =
            items.Count <= Shown
                ? Html.None
                : Html.From(
                    $"<details><summary>{items.Count - Shown} more clients</summary><ul>{items.Skip(Shown)}</ul></details>"
                );
        return Html.From(
            $"""
            <section class="gaps" aria-labelledby="gaps"><h2 id="gaps">Nothing scheduled in the next {Days} days <small>{Plural.Format(
                clients.Count,
                "client"
            )}</small></h2>
            <ul>{items.Take(Shown)}</ul>{rest}</section>

            """
        );
    }

    private static Html Item(ClientView client, Links links)
    {
        var next = NextOf(client) is { } at ? Html.From($"next {TimeHtml.Short(at)}") : Html.From($"nothing ahead");
        return Html.From(
            $"<li><a href=\"{links.Client(client)}\">{client.Name}</a> <span class=\"quiet\">{next}</span></li>\n"
        );
    }

    private static ZonedDateTime? NextOf(ClientView client) =>
        client.Posts.FirstOrDefault(post => !post.IsTentative && post.Post.ScheduledAt > client.Now)?.At;
}
