using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Rendering.Preview.Parts;

/// <summary>A month's days with the posts in them: a grid where there is room, a list on a phone.</summary>
/// <param name="ShowsClient">Each post with its client's name.</param>
/// <param name="MorePage">Where the posts of a crowded day that don't fit are listed; null: all are shown.</param>
internal sealed record MonthGrid(
    CalendarMonth Month,
    ILookup<LocalDate, PostView> ByDay,
    LocalDate Today,
    Links Links,
    bool ShowsClient,
    Func<LocalDate, string>? MorePage = null
)
{
    /// <summary>A day with more gets a page of its own.</summary>
    public const int LargestDay = 40;

    private static readonly string[] WeekDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public Html Render() =>
        Html.From(
            $"""
            <div class="weekdays" aria-hidden="true">{WeekDays.Select(day => Html.From($"<span>{day}</span>"))}</div>
            <ol class="days">
            {Month.Days.Select(Day)}</ol>

            """
        );

    private Html Day(LocalDate date)
    {
        var posts = Month.Holds(date) ? ByDay[date].ToList() : [];
        var classes =
            (Month.Holds(date) ? "" : " other") + (date == Today ? " today" : "") + (posts.Count == 0 ? " empty" : "");
        var list =
            posts.Count == 0 ? Html.None : Html.From($"<ul>{Shown(posts).Select(Entry)}{More(date, posts.Count)}</ul>");
        return Html.From($"<li class=\"day{classes}\"><span class=\"date\">{DateOf(date)}</span>{list}</li>\n");
    }

    private static Html DateOf(LocalDate date) =>
        Html.From(
            $"<span class=\"num\" aria-hidden=\"true\">{date.Day}</span><span class=\"name\"><span>{LocalTimes.WeekDay(date)}</span> <span>{LocalTimes.DayAndMonth(date)}</span></span>"
        );

    private IEnumerable<PostView> Shown(List<PostView> posts) => MorePage is null ? posts : posts.Take(LargestDay);

    private Html More(LocalDate date, int count) =>
        MorePage is { } page && count > LargestDay
            ? Html.From($"<li class=\"rest\"><a href=\"{page(date)}\">{count - LargestDay} more on this day</a></li>")
            : Html.None;

    public Html Entry(PostView post)
    {
        var who = ShowsClient ? Html.From($"<b>{post.Owner.Name}</b> ") : Html.None;
        return Html.From(
            $"<li class=\"entry s-{post.Badge.Name}{(post.IsTentative ? " tentative" : "")}\" data-s=\"{post.Badge.Name}\" data-c=\"{post.Owner.Number}\"><a href=\"{Links.Post(post)}\">{TimeHtml.Clock(post.At!.Value)} <i aria-hidden=\"true\">{post.Badge.Sign}</i><span class=\"unseen\"> {post.Badge.Label}. </span>{who}<span class=\"title\" dir=\"auto\">{post.Title}</span></a></li>"
        );
    }
}
