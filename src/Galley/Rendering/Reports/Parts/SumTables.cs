using System.Collections.Immutable;
using Galley.Rendering.Preview;
using Galley.Reporting;

namespace Galley.Rendering.Reports.Parts;

/// <summary>What labels and campaigns gained.</summary>
internal static class SumTables
{
    public static Html Render(ClientReport client)
    {
        var (labels, campaigns) = (PostSum.ByLabel(client), PostSum.ByCampaign(client));
        if (labels.IsEmpty && campaigns.IsEmpty)
        {
            return Html.None;
        }

        var title =
            labels.IsEmpty ? "Campaigns"
            : campaigns.IsEmpty ? "Labels"
            : "Campaigns and labels";
        var twice = client.Posts.Any(post => post.Labels.Length > 1) ? " A post with two labels counts in both." : "";
        return Html.From(
            $"""
            <section aria-labelledby="sums"><h2 id="sums">{title}</h2>
            <p class="quiet about-group">What their posts gained in these days, as the files are labelled now.{twice}</p>
            <div class="sums">{Table("Campaign", campaigns)}{Table("Label", labels)}</div></section>

            """
        );
    }

    private static Html Table(string name, ImmutableArray<PostSum> sums) =>
        sums.IsEmpty
            ? Html.None
            : Html.From(
                $"""
                <table><thead><tr><th scope="col">{name}</th><th scope="col">Posts</th>
                <th scope="col">Impressions</th><th scope="col">Comments</th><th scope="col">Engaged</th></tr></thead>
                <tbody>{sums.Select(Row)}</tbody></table>

                """
            );

    private static Html Row(PostSum sum) =>
        Html.From(
            $"<tr><th scope=\"row\" dir=\"auto\">{sum.Name}</th><td>{sum.Posts}</td>"
                + $"<td>{ReportWording.Count(sum.Totals[Metric.Impressions])}</td>"
                + $"<td>{ReportWording.Count(sum.Totals[Metric.Comments])}</td>"
                + $"<td>{ReportWording.Share(sum.Totals.EngagementRate)}</td></tr>\n"
        );
}
