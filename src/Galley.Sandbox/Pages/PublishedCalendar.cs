using System.Globalization;
using System.Text;
using Galley.Sandbox.Requests;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Pages;

/// <summary>All scheduled posts of all accounts, month by month. In UTC: LeadPanther keeps no other time.</summary>
internal static class PublishedCalendar
{
    private const int LongestTitle = 60;

    private static readonly string[] WeekDays =
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];

    public static string Render(SandboxContext sandbox)
    {
        var posts = sandbox
            .State.Posts.Where(post => post is { Status: "scheduled", ScheduledAt: not null })
            .OrderBy(post => post.ScheduledAt)
            .ToList();
        var byDay = posts.ToLookup(post => DateOnly.FromDateTime(post.ScheduledAt!.Value.UtcDateTime));
        var months = byDay.Select(day => new DateOnly(day.Key.Year, day.Key.Month, 1)).Distinct();
        return string.Concat(months.Select(month => Month(month, byDay, sandbox)));
    }

    /// <summary>Where the calendar leads to.</summary>
    public static string Anchor(SandboxPost post) => $"post-{post.Id}";

    private static string Month(DateOnly month, ILookup<DateOnly, SandboxPost> byDay, SandboxContext sandbox)
    {
        var html = new StringBuilder();
        var title = month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<table class=\"month\">\n<caption>{title} <span class=\"meta\">all times in UTC</span></caption>\n<thead><tr>"
        );
        foreach (var day in WeekDays)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<th scope=\"col\"><abbr title=\"{day}\">{day[..3]}</abbr></th>"
            );
        }

        html.Append("</tr></thead>\n<tbody>\n");
        for (var monday = FirstCell(month); monday < month.AddMonths(1); monday = monday.AddDays(7))
        {
            html.Append("<tr>");
            for (var day = 0; day < 7; day++)
            {
                html.Append(Day(monday.AddDays(day), month, byDay, sandbox));
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table>\n").ToString();
    }

    private static DateOnly FirstCell(DateOnly month) => month.AddDays(-(((int)month.DayOfWeek + 6) % 7));

    private static string Day(
        DateOnly date,
        DateOnly month,
        ILookup<DateOnly, SandboxPost> byDay,
        SandboxContext sandbox
    )
    {
        if (date.Month != month.Month)
        {
            return "<td class=\"other\"></td>";
        }

        var today = DateOnly.FromDateTime(sandbox.Now.UtcDateTime) == date ? " today" : "";
        var state = byDay[date].Any() ? "" : " empty";
        var name = date.ToString("ddd d MMM", CultureInfo.InvariantCulture);
        var number = date.Day.ToString(CultureInfo.InvariantCulture);
        return $"""
            <td class="day{today}{state}"><p class="date"><span class="name">{name}</span>
            <span class="num" aria-hidden="true">{number}</span></p>
            {string.Concat(byDay[date].Select(post => Entry(post, sandbox)))}</td>

            """;
    }

    private static string Entry(SandboxPost post, SandboxContext sandbox)
    {
        var isOut = post.IsPublished(sandbox.Now);
        var account = sandbox.Accounts.All.FirstOrDefault(account => account.UserId == post.UserId);
        var title = post.Text.Split('\n', 2)[0].Trim();
        if (title.Length > LongestTitle)
        {
            title = $"{title[..(char.IsHighSurrogate(title[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)]}…";
        }

        var (look, word) = isOut ? ("out", "✓ published") : ("due", "◷ scheduled");
        var at = post.ScheduledAt!.Value.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"""
            <a class="entry {look}" href="#{Html.Escape(Anchor(post))}"><span class="at">{at} {word}</span>
            <b>{Html.Escape(account?.BusinessName ?? account?.FullName)}</b>
            <span>{Html.Escape(title)}</span></a>

            """;
    }
}
