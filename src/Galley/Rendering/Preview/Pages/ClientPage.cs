using Galley.Rendering.Preview.Model;
using Galley.Rendering.Preview.Parts;

namespace Galley.Rendering.Preview.Pages;

/// <summary>One client: its calendar and its posts, a few dozen to a page.</summary>
internal static class ClientPage
{
    public static string Render(PreviewModel model, ClientView client, int page, Links links)
    {
        var posts = client.Posts.Where(post => post.Page == page).ToList();
        var first =
            page == 1
                ? Html.From(
                    $"{ActionList.Deletions([client], links)}{ActionList.Needs([client], links)}"
                        + $"{ProblemList.Render(client.OtherProblems)}"
                        + $"{Calendar(model, client, links, Audience.Agency)}{LeadMagnets(client, links)}"
                )
                : Html.None;
        return PageShell.Wrap(
            client.Name,
            CalendarPage.Bar(links, Html.From($"{client.Name}")),
            Html.From(
                $"{Head(client, links)}{first}{Posts(posts, links, model.Options, Audience.Agency)}{Turn(client, page, links)}"
            ),
            model.Options
        );
    }

    public static string OfLeadMagnet(PreviewModel model, LeadMagnetView magnet, Links links) =>
        PageShell.Wrap(
            $"{magnet.Magnet.ResourceName} · {magnet.Owner.Name}",
            CalendarPage.Bar(links, Html.From($"<a href=\"{links.Client(magnet.Owner)}\">{magnet.Owner.Name}</a>")),
            Html.From(
                $"<h1 class=\"unseen\">{magnet.Magnet.ResourceName}, a lead magnet of "
                    + $"{magnet.Owner.Name}</h1>\n{LeadMagnetCard.Render(magnet, links, Audience.Agency)}"
            ),
            model.Options
        );

    public static Html Head(ClientView client, Links links) =>
        Html.From(
            $"""
            <div class="client-head">{ClientPicture.Render(client, links)}<div><h1>{client.Name}</h1>
            <p class="quiet">All times are in {client.Zone.Id.Replace('_', ' ')}.</p></div></div>

            """
        );

    public static Html Posts(
        IReadOnlyCollection<PostView> posts,
        Links links,
        PreviewOptions options,
        Audience audience
    ) =>
        posts.Count == 0
            ? Html.From($"<p class=\"quiet\">There are no posts yet.</p>\n")
            : Html.From(
                $"""
                <section class="posts" aria-labelledby="posts"><div class="section-head"><h2 id="posts">Posts</h2>{Controls.Device}</div>
                {Controls.AboutFold}<div class="controls">{(
                    audience == Audience.Agency ? Controls.Statuses(posts) : Html.None
                )}</div>
                {posts.Select(post => PostCard.Render(post, links, options, audience))}</section>

                """
            );

    public static Html Calendar(PreviewModel model, ClientView client, Links links, Audience audience)
    {
        var byDay = client
            .Posts.Where(post => post.At is not null)
            .OrderBy(post => post.At!.Value.TimeOfDay)
            .ToLookup(post => post.At!.Value.Date);
        var months = byDay.Select(day => CalendarMonth.From(day.Key)).Distinct().Order().ToList();
        if (months.Count == 0)
        {
            return Html.None;
        }

        var today = model.Now.InZone(client.Zone).Date;
        var open = months.FirstOrDefault(month => month.CompareTo(CalendarMonth.From(today)) >= 0) ?? months[^1];
        var holidays = PublicHolidays.In(months, today, [client.Zone]);
        DayGrid Grid(CalendarMonth month) =>
            new(month.Days, month.Holds, byDay, today, links, ShowsClient: false)
            {
                Holidays = holidays,
                Audience = audience,
            };
        return Html.From(
            $"""
            <section class="calendar" aria-labelledby="calendar"><h2 id="calendar">Calendar</h2>
            {months.Select(month => Month(month, Grid(month), month == open))}</section>

            """
        );
    }

    private static Html Month(CalendarMonth month, DayGrid grid, bool isOpen) =>
        Html.From(
            $"""
            <details class="month" id="month-{month.Name}"{(
                isOpen ? Html.From($" open") : Html.None
            )}><summary><h3>{month.Title}</h3></summary>
            {grid.Render()}</details>

            """
        );

    private static Html LeadMagnets(ClientView client, Links links) =>
        client.LeadMagnets.IsEmpty
            ? Html.None
            : Html.From(
                $"""
                <section aria-labelledby="magnets"><h2 id="magnets">Lead magnets</h2>
                <ul class="magnet-list">{client.LeadMagnets.Select(magnet => Item(magnet, links))}</ul></section>

                """
            );

    private static Html Item(LeadMagnetView view, Links links) =>
        Html.From(
            $"<li><a href=\"{links.LeadMagnet(view)}\"><span class=\"keyword\">{view.Magnet.Keyword}</span> "
                + $"<strong>{view.Magnet.ResourceName}</strong></a> {view.Badge.Mark}</li>\n"
        );

    private static Html Turn(ClientView client, int page, Links links)
    {
        if (client.Pages == 1)
        {
            return Html.None;
        }

        var folder = links.Client(client)[..^"index.html".Length];
        Html Page(int number) =>
            number == page
                ? Html.From($"<a aria-current=\"page\" href=\"#posts\">{number}</a>")
                : Html.From(
                    $"<a href=\"{folder}{(number == 1 ? "index.html" : FormattableString.Invariant($"posts-{number}.html"))}\">{number}</a>"
                );
        return Html.From(
            $"<nav class=\"turn pages\" aria-label=\"Pages of posts\">{Enumerable.Range(1, client.Pages).Select(Page)}</nav>\n"
        );
    }
}
