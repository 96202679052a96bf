using System.Globalization;
using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>Posts as rows; a script sorts them. The roles hold where a phone shows rows as blocks.</summary>
internal static class PostTable
{
    public static Html Render(IEnumerable<PostView> posts, Links links) =>
        Html.From(
            $"""
            <table class="list" role="table"><caption class="unseen">Posts of the month, by time</caption>
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" aria-sort="ascending">When</th>
            <th role="columnheader" scope="col">Client</th><th role="columnheader" scope="col">First line</th>
            <th role="columnheader" scope="col">Status</th><th role="columnheader" scope="col">Problems</th></tr></thead>
            <tbody role="rowgroup">
            {posts.Select(post => Row(post, links))}</tbody></table>

            """
        );

    private static Html Row(PostView post, Links links)
    {
        var problems = post.Problems.Count(problem => problem.Severity > Diagnostics.Severity.Note);
        var shown = problems == 0 ? Html.From($"<span class=\"quiet\">none</span>") : Html.From($"{problems}");
        return Html.From(
            $"<tr role=\"row\" class=\"entry\"{DayGrid.Filtered(post)}>"
                + $"<td role=\"cell\" data-k=\"{Sortable(post)}\">{TimeHtml.Short(post.At!.Value)}</td>"
                + $"<td role=\"cell\">{post.Owner.Name}</td>"
                + $"<td role=\"cell\"><a href=\"{links.Post(post)}\" dir=\"auto\">{post.Title}</a></td>"
                + $"<td role=\"cell\">{post.Badge.Mark}</td>"
                + $"<td role=\"cell\" data-k=\"{problems.ToString("0000", CultureInfo.InvariantCulture)}\">{shown}</td></tr>\n"
        );
    }

    /// <summary>In the client's own zone, as the page shows it.</summary>
    private static string Sortable(PostView post) =>
        post.At!.Value.LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
