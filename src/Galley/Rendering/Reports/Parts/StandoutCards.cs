using Galley.Rendering.Preview;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports.Parts;

/// <summary>The best three posts and the weakest, each with its picture.</summary>
internal static class StandoutCards
{
    public static Html Render(ClientReport client, ReportOptions options)
    {
        if (Standouts.From(client) is not { } standouts)
        {
            return Html.None;
        }

        Html Card(ReportedPost post, string place) => StandoutCards.Card(post, place, client.Zone, options);
        var title = standouts.Weakest is null ? "The best three posts" : "The best three posts, and the weakest";
        return Html.From(
            $"""
            <section aria-labelledby="best"><h2 id="best">{title}</h2>
            <p class="quiet about-group">By impressions, of the {standouts.Of} posts that went out in these days.{(
                standouts.Weakest is null ? "" : " The weakest is of those that had 7 days or more."
            )}</p>
            <ul class="standouts">{standouts.Best.Select((post, index) => Card(post, Places[index]))}{(
                standouts.Weakest is { } weakest ? Card(weakest, "Weakest") : Html.None
            )}</ul></section>

            """
        );
    }

    private static readonly string[] Places = ["Best", "Second", "Third"];

    private static Html Card(ReportedPost post, string place, DateTimeZone zone, ReportOptions options) =>
        Html.From(
            $"""
            <li class="standout">{Thumbnail(post, options)}<div><p class="rank">{place}</p>
            <h3 dir="auto">{SafeLink.To(post.Url, post.Title)}</h3>
            <p class="seen"><b>{ReportWording.Count(post.Totals[Metric.Impressions])}</b> impressions</p>
            <p class="quiet">{ReportWording.When(post, zone)}</p>
            <p class="quiet">{ReportWording.Share(post.Totals.EngagementRate)} engaged · {ReportWording.Plural(
                post.Totals[Metric.Comments] ?? 0,
                "comment"
            )}</p></div></li>

            """
        );

    /// <summary>It stands for the post whose words are beside it, so it has no words of its own.</summary>
    private static Html Thumbnail(ReportedPost post, ReportOptions options) =>
        options.Thumbnail(post.Picture) is { } picture
            ? Html.From($"<img src=\"{picture.DataAddress}\" alt=\"\">")
            : Html.None;
}
