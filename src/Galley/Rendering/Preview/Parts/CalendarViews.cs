using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Rendering.Preview.Parts;

internal enum CalendarView
{
    Month,
    Week,
    List,
}

/// <summary>Links between the three ways to look at the same posts.</summary>
internal static class CalendarViews
{
    /// <param name="monday">The week that the page shows; null: the present one, or the month's first.</param>
    public static Html Switch(
        PreviewModel model,
        CalendarMonth month,
        LocalDate? monday,
        Links links,
        CalendarView current
    )
    {
        var week = monday ?? MondayOf(month.Holds(model.Today) ? model.Today : month.Days.First());
        Html To(CalendarView view, string target) =>
            Html.From(
                $"<a href=\"{target}\"{(view == current ? Html.From($" aria-current=\"page\"") : Html.None)}>{view.ToString()}</a>"
            );
        return Html.From(
            $"<nav class=\"turn views\" aria-label=\"View\">"
                + $"{To(CalendarView.Month, links.Month(month))}{To(CalendarView.Week, links.Week(week))}"
                + $"{To(CalendarView.List, links.List(month))}</nav>\n"
        );
    }

    private static LocalDate MondayOf(LocalDate day) =>
        day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);
}
