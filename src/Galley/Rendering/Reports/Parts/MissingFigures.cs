using Galley.Rendering.Preview;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports.Parts;

/// <summary>What is live and has no figures: said, so that nobody takes silence for zero.</summary>
internal static class MissingFigures
{
    private const int Most = 50;

    public static Html Render(ClientReport client)
    {
        List<Html> items =
        [
            .. client.PostsWithout.Select(post => Item(post, client.Zone)),
            .. client.LeadMagnetsWithout.Select(magnet =>
                Html.From($"<li><span dir=\"auto\">{magnet.Name}</span> <small>lead magnet</small></li>")
            ),
        ];
        if (items.Count == 0)
        {
            return Html.None;
        }

        var more =
            items.Count > Most
                ? Html.From($"<li class=\"quiet\">and {items.Count - Most} more, in the CSV files</li>")
                : Html.None;
        return Html.From(
            $"""
            <section aria-labelledby="without"><h2 id="without">Without figures</h2>
            <p class="quiet">Nothing was read of these in these days, which is not the same as zero.</p>
            <ul class="without">{items.Take(Most)}{more}</ul></section>

            """
        );
    }

    private static Html Item(ReportedPost post, DateTimeZone zone)
    {
        var day = post.At is { } at ? $", {LocalTimes.ShortDate(at.InZone(zone).Date)}" : "";
        return Html.From(
            $"<li><span dir=\"auto\">{SafeLink.To(post.Url, post.Title)}</span> "
                + $"<small>post{day}{ReportWording.WhyNoFigures(post)}</small></li>"
        );
    }
}
