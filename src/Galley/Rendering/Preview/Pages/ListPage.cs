using Galley.Rendering.Preview.Model;
using Galley.Rendering.Preview.Parts;

namespace Galley.Rendering.Preview.Pages;

/// <summary>One month over all clients as rows that can be sorted.</summary>
internal static class ListPage
{
    private const int Most = 5000;

    public static string Render(PreviewModel model, CalendarMonth month, Links links)
    {
        var posts = model
            .ByDay.Where(day => month.Holds(day.Key))
            .OrderBy(day => day.Key)
            .SelectMany(day => day)
            .ToList();
        var more =
            posts.Count > Most
                ? Html.From($"<p class=\"quiet\">{posts.Count - Most} more are on their days’ pages.</p>\n")
                : Html.None;
        return PageShell.Wrap(
            $"{month.Title}, list · Publishing calendar",
            CalendarPage.Bar(links, Html.From($"All clients")),
            Html.From(
                $"""
                <section class="calendar" aria-labelledby="month">
                <div class="month-head"><h1 id="month">{month.Title}</h1>{CalendarPage.Turn(
                    model,
                    month,
                    links.List
                )}</div>
                {CalendarViews.Switch(model, month, null, links, CalendarView.List)}{Controls.Tools(model, posts)}
                {(
                    posts.Count == 0
                        ? Html.From($"<p class=\"quiet\">No posts this month.</p>\n")
                        : PostTable.Render(posts.Take(Most), links)
                )}{more}<p class="quiet">Each time is the client’s own.</p></section>

                """
            ),
            model.Options
        );
    }
}
