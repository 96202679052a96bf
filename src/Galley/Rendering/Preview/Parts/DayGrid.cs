using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Rendering.Preview.Parts;

/// <summary>Whole weeks of days with the posts in them: a grid where there is room, a list on a phone.</summary>
/// <param name="Days">From a Monday to a Sunday.</param>
/// <param name="Holds">Whether a day belongs to the month or week that the page shows.</param>
/// <param name="ShowsClient">Each post with its client's name.</param>
internal sealed record DayGrid(
    IEnumerable<LocalDate> Days,
    Func<LocalDate, bool> Holds,
    ILookup<LocalDate, PostView> ByDay,
    LocalDate Today,
    Links Links,
    bool ShowsClient
)
{
    /// <summary>A day's page has the rest; so that a crowded day can be searched, this many are in the page.</summary>
    public const int MostToSearch = 250;

    private static readonly string[] WeekDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Of a day; the others are counted, and shown when a filter leaves room for them.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Named in their days, as a hint.</summary>
    public required ILookup<LocalDate, Holiday> Holidays { get; init; }

    /// <summary>A client reads times and texts alone: how things stand is the agency's.</summary>
    public Audience Audience { get; init; } = Audience.Agency;

    public Html Render() =>
        Html.From(
            $"""
            <div class="weekdays" aria-hidden="true">{WeekDays.Select(day => Html.From($"<span>{day}</span>"))}</div>
            <ol class="days"{(Most == int.MaxValue ? Html.None : Html.From($" data-most=\"{Most}\""))}>
            {Days.Select(Day)}</ol>

            """
        );

    private Html Day(LocalDate date)
    {
        var posts = Holds(date) ? ByDay[date].ToList() : [];
        var classes =
            (Holds(date) ? "" : " other") + (date == Today ? " today" : "") + (posts.Count == 0 ? " empty" : "");
        var list =
            posts.Count == 0
                ? Html.None
                : Html.From($"<ul>{posts.Take(InPage).Select(Listed)}{More(date, posts.Count)}</ul>");
        return Html.From(
            $"<li class=\"day{classes}\"><span class=\"date\">{DateOf(date)}{HolidayOn(date)}</span>{list}</li>\n"
        );
    }

    private int InPage => Most == int.MaxValue ? int.MaxValue : MostToSearch;

    private static Html DateOf(LocalDate date) =>
        Html.From(
            $"<span class=\"num\" aria-hidden=\"true\">{date.Day}</span><span class=\"name\"><span>"
                + $"{LocalTimes.WeekDay(date)}</span> <span>{LocalTimes.DayAndMonth(date)}</span></span>"
        );

    /// <summary>One of them by name: a day is narrow. The others are in its title.</summary>
    private Html HolidayOn(LocalDate date)
    {
        var all = Holds(date) ? Holidays[date].ToList() : [];
        if (all.Count == 0)
        {
            return Html.None;
        }

        var names = string.Join(", ", all.Select(holiday => $"{holiday.Name} ({holiday.Country})"));
        var others = all.Count > 1 ? $" +{all.Count - 1}" : "";
        return Html.From(
            $"<span class=\"holiday\" title=\"Public holiday: {names}\"><span class=\"unseen\">Public holiday: {names}.</span>"
                + $"<span aria-hidden=\"true\">{all[0].Name} <small>{all[0].Country}{others}</small></span></span>"
        );
    }

    /// <summary>The link stays in the page for a filter, whatever number it leaves.</summary>
    private Html More(LocalDate date, int count)
    {
        if (count <= Most)
        {
            return Html.None;
        }

        var outside = Math.Max(0, count - MostToSearch);
        return Html.From(
            $"<li class=\"rest\" data-outside=\"{outside}\"><a href=\"{Links.Day(date)}\">"
                + $"<span>+{count - Most} more</span><span class=\"unseen\"> on "
                + $"{LocalTimes.DayAndMonth(date)}</span></a></li>"
        );
    }

    public Html Entry(PostView post) => Listed(post, index: 0);

    private Html Listed(PostView post, int index)
    {
        var who = ShowsClient ? Html.From($"<b>{post.Owner.Name}</b> ") : Html.None;
        // One client's own calendar has no filter by label, and its reader may be the client.
        var filtered = ShowsClient ? Filtered(post) : Stated(post);
        var classes = (post.IsTentative ? " tentative" : "") + (index >= Most ? " over" : "");
        return Audience == Audience.Agency
            ? Html.From(
                $"<li class=\"entry s-{post.Badge.Name}{classes}\"{filtered}><a href=\"{Links.Post(post)}\">"
                    + $"{TimeHtml.Clock(post.At!.Value)} <i aria-hidden=\"true\">{post.Badge.Sign}</i>"
                    + $"<span class=\"unseen\"> {post.Badge.Label}. </span>{who}<span class=\"title\" dir=\"auto\">"
                    + $"{post.Title}</span></a></li>"
            )
            : Html.From(
                $"<li class=\"entry s-there\"><a href=\"{Links.Post(post)}\">{TimeHtml.Clock(post.At!.Value)} "
                    + $"<span class=\"title\" dir=\"auto\">{post.Title}</span></a></li>"
            );
    }

    /// <summary>What filters know a post by.</summary>
    public static Html Filtered(PostView post) => Html.From($"{Stated(post)}{Labelled(post)}");

    private static Html Stated(PostView post) =>
        Html.From($" data-s=\"{post.Badge.Name}\" data-c=\"{post.Owner.Number}\"");

    private static Html Labelled(PostView post)
    {
        string[] words =
        [
            .. post.Post.Labels,
            .. post.Post.Campaign is { } campaign ? [$"c:{campaign}"] : Array.Empty<string>(),
        ];
        return words.Length == 0
            ? Html.None
            : Html.From($" data-l=\"|{string.Join('|', words.Select(word => word.ToLowerInvariant()))}|\"");
    }
}
