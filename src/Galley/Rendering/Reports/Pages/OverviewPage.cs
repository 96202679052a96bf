using Galley.Rendering.Preview;
using Galley.Rendering.Reports.Parts;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports.Pages;

/// <summary>All clients at a glance.</summary>
internal static class OverviewPage
{
    public static string PathOf(ClientReport client) => $"clients/{client.Slug}.html";

    public static string Render(Report report, ReportOptions options) =>
        ReportShell.Wrap(
            $"Report: {ReportWording.Days(report.Span)}",
            Html.From($"All clients"),
            Html.From(
                $"""
                <h1>{ReportWording.Days(report.Span)}</h1>
                <p class="standing">{ReportWording.Plural(report.Clients.Length, "client")}, {ReportWording.LengthOf(
                    report.Span
                )}, compared with {ReportWording.Days(report.Span.Before)}.</p>
                <p class="headline">{Headline.For(report)}</p>
                {new Tiles(
                    report.Totals,
                    report.Comparisons,
                    new Sparkline(report.Steps, report.Span, report.Clients.FirstOrDefault()?.Zone ?? DateTimeZone.Utc)
                ).Render()}
                <section aria-labelledby="clients"><h2 id="clients">Clients</h2>
                <ol class="ranking">{report.Clients.OrderByDescending(client =>
                    client.Totals[Metric.Impressions]
                ).Select(client => Item(client, report))}</ol></section>

                """
            ),
            options
        );

    private static long Most(Report report) =>
        report.Clients.Select(client => client.Totals[Metric.Impressions]).Max() ?? 0;

    private static Html Item(ClientReport client, Report report)
    {
        var totals = client.Totals;
        return Ranking.Item(
            new RankedItem
            {
                Name = Html.From($"<a href=\"{PathOf(client)}\">{client.Name}</a>"),
                Beside =
                    $"{ReportWording.Plural(client.PostsOut, "post")} "
                    + $"out{(totals.IsToDate && !report.Totals.IsAllToDate ? " · total to date" : "")}",
                Value = totals[Metric.Impressions],
                Most = Most(report),
                Unit = "impressions",
                Counts =
                [
                    (ReportWording.Count(totals.Engagement), "engagement"),
                    (ReportWording.Share(totals.EngagementRate), "engaged"),
                    (ReportWording.Count(totals[Metric.Views]), "page views"),
                    (ReportWording.Count(totals[Metric.Captures]), "captures"),
                ],
            }
        );
    }
}
