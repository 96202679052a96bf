using Galley.Rendering.Preview;
using Galley.Rendering.Preview.Parts;
using Galley.Rendering.Reports.Parts;
using Galley.Reporting;

namespace Galley.Rendering.Reports.Pages;

/// <summary>One client's report. It names no other client.</summary>
internal static class ClientReportPage
{
    /// <summary>A page that nobody scrolls to the end of helps nobody; the CSV file has them all.</summary>
    private const int MostPosts = 100;

    public static string Render(ReportSpan span, ClientReport client) =>
        ReportShell.Wrap(
            $"{client.Name}: {ReportWording.Days(span)}",
            Html.From($"{client.Name}"),
            Html.From(
                $"""
                <div class="client-head">{Avatar.Render(client.Name)}<div><h1>{client.Name}</h1>
                <p class="quiet">{ReportWording.Days(span)} ({ReportWording.LengthOf(span)} in {ReportWording.Zone(
                    client.Zone
                )}), compared with {ReportWording.Days(span.Before)}.</p></div></div>
                <p class="headline">{Headline.For(span, client)}</p>
                {new Tiles(
                    client.Totals,
                    client.Comparisons,
                    new Sparkline(client.Steps, span, client.Zone)
                ).Render()}{Posts(
                    client
                )}{Magnets(client)}{MissingFigures.Render(
                    client
                )}<section class="about" aria-labelledby="about"><h2 id="about">About these figures</h2>
                <p>{Inline.Sentence(ReportWording.Readings(client))}{(
                    ReportWording.Basis(client.Totals, client.Comparisons, client.ToDate) is { } words ? Html.From($" {words}") : Html.None
                )} Engagement is reactions, comments and reposts;
                its rate is their share of the impressions. Conversion is unlocks for each unique visitor.</p></section>

                """
            )
        );

    private static Html Posts(ClientReport client)
    {
        if (client.Posts.IsEmpty)
        {
            return Html.None;
        }

        var seen = client.Posts.Where(post => !post.IsQuiet).ToList();
        var most = client.Posts.Max(post => post.Totals[Metric.Impressions]) ?? 0;
        var more =
            seen.Count > MostPosts
                ? Html.From($"<p class=\"quiet\">{seen.Count - MostPosts} more are in posts.csv.</p>")
                : Html.None;
        return Html.From(
            $"""
            <section aria-labelledby="posts"><h2 id="posts">Posts, the most seen first</h2>
            {(
                seen.Count == 0
                    ? Html.None
                    : Html.From(
                        $"<ol class=\"ranking\">{seen.Take(MostPosts).Select(post => Item(post, client, most))}</ol>"
                    )
            )}{more}{Quiet(client.Posts.Length - seen.Count, "earlier post", "gained nothing")}</section>

            """
        );
    }

    private static Html Item(ReportedPost post, ClientReport client, long most) =>
        Ranking.Item(
            new RankedItem
            {
                Name = Html.From($"<span dir=\"auto\">{SafeLink.To(post.Url, post.Title)}</span>"),
                Beside = string.Join(
                    " · ",
                    new[]
                    {
                        post.At is { } at ? LocalTimes.Full(at.InZone(client.Zone)) : null,
                        post.Totals.IsToDate && !client.Totals.IsAllToDate ? "total to date" : null,
                    }.OfType<string>()
                ),
                Value = post.Totals[Metric.Impressions],
                Most = most,
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

    private static Html Magnets(ClientReport client)
    {
        if (client.LeadMagnets.IsEmpty)
        {
            return Html.None;
        }

        var seen = client.LeadMagnets.Where(magnet => !magnet.Totals.IsZero).ToList();
        return Html.From(
            $"""
            <section aria-labelledby="magnets"><h2 id="magnets">Lead magnets, from view to lead</h2>
            <div class="funnels">{seen.Select(magnet => Funnel.Render(magnet, client.Totals.IsAllToDate))}</div>{Quiet(
                client.LeadMagnets.Length - seen.Count,
                "lead magnet",
                "had no visit"
            )}</section>

            """
        );
    }

    private static Html Quiet(int count, string what, string words) =>
        count == 0
            ? Html.None
            : Html.From($"<p class=\"quiet\">{ReportWording.Plural(count, what)} {words} in these days.</p>");
}
