using Galley.Rendering.Preview;
using Galley.Rendering.Preview.Parts;
using Galley.Rendering.Reports.Parts;
using Galley.Reporting;

namespace Galley.Rendering.Reports.Pages;

/// <summary>One client's report. It names no other client.</summary>
internal static class ClientReportPage
{
    public static string Render(ReportSpan span, ClientReport client, ReportOptions options) =>
        ReportShell.Wrap(
            $"{client.Name}: {ReportWording.Days(span)}",
            Html.From($"{client.Name}"),
            Html.From(
                $"{Head(span, client)}{Tiles(span, client)}{StandoutCards.Render(client, options)}{PostRows.Render(client)}"
                    + $"{TypicalPostFacts.Render(span, client)}{SumTables.Render(client)}{Magnets(client)}"
                    + $"{MissingFigures.Render(client)}{About(client)}"
            ),
            options
        );

    private static Html Tiles(ReportSpan span, ClientReport client) =>
        new Tiles(client.Totals, client.Comparisons, new Sparkline(client.Steps, span, client.Zone)).Render();

    private static Html Head(ReportSpan span, ClientReport client) =>
        Html.From(
            $"""
            <div class="client-head">{Avatar.Render(client.Name)}<div><h1>{client.Name}</h1>
            <p class="quiet">{ReportWording.Days(span)} ({ReportWording.LengthOf(span)} in {ReportWording.Zone(
                client.Zone
            )}), compared with {ReportWording.Days(span.Before)}.</p></div></div>
            <p class="headline">{Headline.For(span, client)}</p>

            """
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

    private static Html About(ClientReport client)
    {
        var basis = ReportWording.Basis(client.Totals, client.Comparisons, client.ToDate) is { } words
            ? Html.From($" {words}")
            : Html.None;
        var soFar = client.Posts.Any(post => post.IsSoFar)
            ? Html.From($" “So far” is a post that was read less than 7 days after it went out.")
            : Html.None;
        return Html.From(
            $"""
            <section class="about" aria-labelledby="about"><h2 id="about">About these figures</h2>
            <p>{Inline.Sentence(
                ReportWording.Readings(client)
            )}{basis}{soFar} Engagement is reactions, comments and reposts;
            its rate is their share of the impressions. Conversion is unlocks for each unique visitor.</p></section>

            """
        );
    }
}
