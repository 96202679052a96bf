using Galley.Rendering.Preview.Model;
using Galley.Rendering.Preview.Parts;
using NodaTime;

namespace Galley.Rendering.Preview.Pages;

/// <summary>One month over all clients.</summary>
internal static class CalendarPage
{
    /// <summary>What a day of the month has room for.</summary>
    public const int MostOfADay = 4;

    private const int MostOnDay = 3000;
    private const int MostUndated = 200;
    private const int MostClientsOpen = 24;

    /// <param name="isHome">The first page also says how things stand.</param>
    public static string Render(PreviewModel model, CalendarMonth month, Links links, bool isHome)
    {
        var grid = new DayGrid(month.Days, month.Holds, model.ByDay, model.Today, links, ShowsClient: true)
        {
            Most = MostOfADay,
            Holidays = model.Holidays,
        };
        var inMonth = model.Posts.Where(post => post.At is { } at && month.Holds(at.Date));
        return PageShell.Wrap(
            $"{month.Title} · Publishing calendar",
            Bar(links, Html.From($"All clients")),
            Html.From(
                $"""
                {(isHome ? Html.From($"{Standing(model, links)}{Gaps.Render(model, links)}") : Html.None)}<section
                class="calendar" aria-labelledby="month">
                <div class="month-head"><h1 id="month">{month.Title}</h1>{Turn(model, month, links.Month)}</div>
                {CalendarViews.Switch(model, month, null, links, CalendarView.Month)}{Controls.Tools(model, inMonth)}
                {grid.Render()}<p class="quiet">Each time is the client’s own.</p></section>
                {Undated(model, links)}{(
                    isHome ? ProblemList.Render(model.Problems) : Html.None
                )}{ClientList(model, links)}
                """
            ),
            model.Options
        );
    }

    /// <summary>All posts of a day that is too crowded for the month.</summary>
    public static string OfDay(PreviewModel model, LocalDate date, Links links)
    {
        var month = CalendarMonth.From(date);
        var grid = new DayGrid([date], _ => true, model.ByDay, model.Today, links, ShowsClient: true)
        {
            Holidays = model.Holidays,
        };
        var posts = model.ByDay[date].ToList();
        var more =
            posts.Count > MostOnDay
                ? Html.From($"<p class=\"quiet\">{posts.Count - MostOnDay} more are on their clients’ pages.</p>")
                : Html.None;
        return PageShell.Wrap(
            $"{Day(date)} · Publishing calendar",
            Bar(links, Html.From($"<a href=\"{links.Month(month)}\">{month.Title}</a>")),
            Html.From(
                $"<h1>{Day(date)}</h1>\n{Controls.Tools(model, posts)}<ul class=\"agenda\">"
                    + $"{posts.Take(MostOnDay).Select(grid.Entry)}</ul>\n{more}"
            ),
            model.Options
        );
    }

    private static string Day(LocalDate date) => $"{LocalTimes.WeekDay(date)} {LocalTimes.DayAndMonth(date)}";

    public static Html Bar(Links links, Html place) =>
        Html.From(
            $"<a class=\"brand\" href=\"{links.Home}\"><span aria-hidden=\"true\">¶</span> Publishing "
                + $"calendar</a><span class=\"here\">{place}</span>"
        );

    /// <param name="page">Of a month.</param>
    public static Html Turn(PreviewModel model, CalendarMonth month, Func<CalendarMonth, string> page)
    {
        var index = model.Months.IndexOf(month);
        Html To(int step, string relation, string words) =>
            index + step >= 0 && index + step < model.Months.Length
                ? Html.From(
                    $"<a rel=\"{relation}\" href=\"{page(model.Months[index + step])}\">"
                        + $"<span class=\"unseen\">{words} month: </span>{model.Months[index + step].Title}</a>"
                )
                : Html.None;
        return Html.From(
            $"<nav class=\"turn\" aria-label=\"Months\">{To(-1, "prev", "Previous")}<a "
                + $"href=\"{page(CalendarMonth.From(model.Today))}\">Today</a>{To(1, "next", "Next")}</nav>"
        );
    }

    private static Html Standing(PreviewModel model, Links links)
    {
        var counts = model.Posts.CountBy(post => post.Badge).ToDictionary();
        var parts = Badge.All.Where(counts.ContainsKey).Select(badge => badge.Counted(counts[badge]));
        var total = $"{Plural.Format(model.Posts.Count(), "post")} for {Plural.Format(model.Clients.Length, "client")}";
        return Html.From(
            $"<p class=\"standing\">{total}: {string.Join(", ", parts)}.</p>\n{ActionList.Deletions(model.Clients, links)}"
                + $"{ActionList.Needs(model.Clients, links)}"
        );
    }

    private static Html Undated(PreviewModel model, Links links)
    {
        var posts = model.Posts.Where(post => post.At is null).Take(MostUndated).ToList();
        return posts.Count == 0
            ? Html.None
            : Html.From(
                $"""
                <section aria-labelledby="undated"><h2 id="undated">No time yet</h2>
                <ul class="agenda">{posts.Select(post => UndatedItem(post, links))}</ul></section>

                """
            );
    }

    private static Html ClientList(PreviewModel model, Links links)
    {
        var list = Html.From(
            $"<ul class=\"client-list\">{model.Clients.Select(client => ClientItem(client, model.Now, links))}</ul>"
        );
        var folded =
            model.Clients.Length <= MostClientsOpen
                ? list
                : Html.From(
                    $"<details><summary>All {Plural.Format(model.Clients.Length, "client")}</summary>{list}</details>"
                );
        return Html.From($"<section aria-labelledby=\"clients\"><h2 id=\"clients\">Clients</h2>\n{folded}</section>\n");
    }

    private static Html UndatedItem(PostView post, Links links) =>
        Html.From(
            $"<li class=\"entry tentative s-{post.Badge.Name}\"{DayGrid.Filtered(post)}>"
                + $"<a href=\"{links.Post(post)}\">{post.Badge.Mark} <b>{post.Owner.Name}</b> "
                + $"<span class=\"title\" dir=\"auto\">{post.Title}</span></a></li>"
        );

    private static Html ClientItem(ClientView client, Instant now, Links links)
    {
        var next = client.Posts.FirstOrDefault(post => post.Post.ScheduledAt > now)?.At;
        var goesOut = next is { } at ? Html.From($" · next {TimeHtml.Short(at)}") : Html.None;
        return Html.From(
            $"<li><a href=\"{links.Client(client)}\">{ClientPicture.Render(client, links)}"
                + $"<span><strong>{client.Name}</strong><span>{Plural.Format(client.Posts.Length, "post")}, "
                + $"{Plural.Format(client.LeadMagnets.Length, "lead magnet")}{goesOut}</span></span></a></li>\n"
        );
    }
}
