using System.Collections.Immutable;
using Galley.Rendering.Preview;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports.Parts;

/// <summary>All of a client's posts with figures, by group.</summary>
/// <param name="Most">What the longest bar stands for, in every group.</param>
internal sealed record PostRows(PostGroups Groups, DateTimeZone Zone, long Most)
{
    /// <summary>A page that nobody scrolls to the end of helps nobody; the CSV file has them all.</summary>
    private const int MostRows = 100;

    public static Html Render(ClientReport client)
    {
        if (client.Posts.IsEmpty)
        {
            return Html.None;
        }

        var most = client.Posts.Max(post => post.Totals[Metric.Impressions]) ?? 0;
        return new PostRows(PostGroups.From(client), client.Zone, most).Render();
    }

    private Html Render()
    {
        var isAlone = Groups.Earlier.IsEmpty && Groups.ToDate.IsEmpty;
        return Html.From(
            $"""
            <section aria-labelledby="posts"><h2 id="posts">Posts, the most seen first</h2>
            {Group(isAlone ? null : "Out in these days", Groups.Out)}{Group("Earlier posts that people still see", Groups.Earlier)}{Group(
                "Read for the first time in these days",
                Groups.ToDate,
                "What they had before is not known, so these are totals to date, and they are in no sum."
            )}{Older()}</section>

            """
        );
    }

    private Html Group(string? title, ImmutableArray<ReportedPost> posts, string? about = null)
    {
        if (posts.IsEmpty)
        {
            return Html.None;
        }

        var head = title is null ? Html.None : Html.From($"<h3 class=\"group\">{title}</h3>\n");
        var note = about is null ? Html.None : Html.From($"<p class=\"quiet about-group\">{about}</p>\n");
        return Html.From($"{head}{note}{Rows(posts)}");
    }

    private Html Older()
    {
        if (Groups.Older.IsEmpty)
        {
            return Html.None;
        }

        return Html.From(
            $"""
            <details class="older"><summary>Older posts: {ReportWording.Older(Groups.Older)}</summary>
            {Rows(Groups.Older)}</details>

            """
        );
    }

    private Html Rows(ImmutableArray<ReportedPost> posts)
    {
        var more =
            posts.Length > MostRows
                ? Html.From($"<p class=\"quiet\">{posts.Length - MostRows} more are in posts.csv.</p>\n")
                : Html.None;
        return Html.From($"<ol class=\"ranking\">{posts.Take(MostRows).Select(Row)}</ol>\n{more}");
    }

    private Html Row(ReportedPost post) =>
        Ranking.Item(
            new RankedItem
            {
                Name = Html.From($"<span dir=\"auto\">{SafeLink.To(post.Url, post.Title)}</span>"),
                Beside = ReportWording.When(post, Zone),
                Value = post.Totals[Metric.Impressions],
                Most = Most,
                Unit = "impressions",
                Counts =
                [
                    (ReportWording.Count(post.Totals[Metric.Reactions]), "reactions"),
                    (ReportWording.Count(post.Totals[Metric.Comments]), "comments"),
                    (ReportWording.Count(post.Totals[Metric.Reposts]), "reposts"),
                    (ReportWording.Share(post.Totals.EngagementRate), "engaged"),
                ],
            }
        );
}
