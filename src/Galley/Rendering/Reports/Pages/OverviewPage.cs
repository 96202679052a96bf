using Galley.Rendering.Preview;
using Galley.Rendering.Reports.Parts;
using Galley.Reporting;

namespace Galley.Rendering.Reports.Pages;

/// <summary>All clients at a glance.</summary>
internal static class OverviewPage
{
    public static string PathOf(ClientReport client) => $"clients/{client.Slug}.html";

    public static string Of(Report report) => ReportShell.Wrap(
        $"Report: {Words.Days(report.Span)}",
        Html.Of($"All clients"),
        Html.Of(
            $"""
            <h1>{Words.Days(report.Span)}</h1>
            <p class="standing">{Words.LengthOf(report.Span)}, beside {Words.Days(report.Span.Before)}. {Words.Plural(report.Clients.Sum(client => client.PostsOut), "post")} went out for {Words.Plural(report.Clients.Length, "client")}.</p>
            {new Tiles(report.Totals, report.Before, Daily(report), report.Span).Render()}
            <section aria-labelledby="clients"><h2 id="clients">Clients</h2>
            <ol class="ranking">{report.Clients.OrderByDescending(client => client.Totals[Metric.Impressions]).Select(client => Item(client, Most(report)))}</ol></section>

            """));

    private static Func<Metric, IReadOnlyList<long>> Daily(Report report) => metric =>
    [
        .. Enumerable.Range(0, report.Clients.Max(client => client.Daily[metric].Length))
            .Select(day => report.Clients.Sum(client => day < client.Daily[metric].Length ? client.Daily[metric][day] : 0)),
    ];

    private static long Most(Report report) => report.Clients.Max(client => client.Totals[Metric.Impressions]) ?? 0;

    private static Html Item(ClientReport client, long most)
    {
        var totals = client.Totals;
        return Ranking.Item(new RankedItem
        {
            Name = Html.Of($"<a href=\"{PathOf(client)}\">{client.Name}</a>"),
            Beside = $"{Words.Plural(client.PostsOut, "post")} out{(totals.IsToDate ? " · total to date" : "")}",
            Value = totals[Metric.Impressions],
            Most = most,
            Unit = "impressions",
            Counts = [(Words.Count(totals.Engagement), "engagement"), (Words.Share(totals.EngagementRate), "engaged"), (Words.Count(totals[Metric.Views]), "page views"), (Words.Count(totals[Metric.Captures]), "captures")],
        });
    }
}
