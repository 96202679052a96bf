using Galley.Rendering.Preview.Model;
using Galley.Rendering.Preview.Parts;
using NodaTime;

namespace Galley.Rendering.Preview.Pages;

/// <summary>One week over all clients, with room for more posts a day than a month has.</summary>
internal static class WeekPage
{
    private const int MostOfADay = 40;

    public static string Render(PreviewModel model, LocalDate monday, Links links)
    {
        var days = Enumerable.Range(0, 7).Select(monday.PlusDays).ToList();
        // A week between two months is of the one that has more of its days.
        var month = model.Months.Contains(CalendarMonth.From(days[3]))
            ? CalendarMonth.From(days[3])
            : MonthOf(model, days);
        var grid = new DayGrid(days, _ => true, model.ByDay, model.Today, links, ShowsClient: true)
        {
            Most = MostOfADay,
            Holidays = model.Holidays,
        };
        var title = $"Week of {LocalTimes.DayAndMonth(monday)}";
        return PageShell.Wrap(
            $"{title} · Publishing calendar",
            CalendarPage.Bar(links, Html.From($"<a href=\"{links.Month(month)}\">{month.Title}</a>")),
            Html.From(
                $"""
                <section class="calendar week" aria-labelledby="week">
                <div class="month-head"><h1 id="week">{title}</h1>{Turn(model, monday, links)}</div>
                {CalendarViews.Switch(model, month, monday, links, CalendarView.Week)}{Controls.Tools(
                    model,
                    days.SelectMany(day => model.ByDay[day])
                )}
                {grid.Render()}<p class="quiet">Each time is the client’s own.</p></section>

                """
            ),
            model.Options
        );
    }

    private static CalendarMonth MonthOf(PreviewModel model, List<LocalDate> days) =>
        days.Select(CalendarMonth.From).First(model.Months.Contains);

    private static Html Turn(PreviewModel model, LocalDate monday, Links links)
    {
        var weeks = model.Weeks.ToList();
        Html To(int step, string relation, string words) =>
            weeks.IndexOf(monday) + step is var at && at >= 0 && at < weeks.Count
                ? Html.From(
                    $"<a rel=\"{relation}\" href=\"{links.Week(weeks[at])}\"><span class=\"unseen\">"
                        + $"{words} week: </span>{LocalTimes.DayAndMonth(weeks[at])}</a>"
                )
                : Html.None;
        var present = model.Today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var today = weeks.Contains(present) ? Html.From($"<a href=\"{links.Week(present)}\">Today</a>") : Html.None;
        return Html.From(
            $"<nav class=\"turn\" aria-label=\"Weeks\">{To(-1, "prev", "Previous")}{today}{To(1, "next", "Next")}</nav>"
        );
    }
}
