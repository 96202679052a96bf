using System.Collections.Immutable;
using Galley.Rendering.Csv;
using Galley.Reporting;
using Galley.Reporting.Exports;

namespace Galley.Rendering.Reports;

/// <summary><c>posts.csv</c> and <c>lead-magnets.csv</c>: every live object, those without figures too.</summary>
public static class ReportTables
{
    private sealed record Row<T>(ReportSpan Span, ClientReport Client, T Of, MetricTotals Totals)
    {
        /// <summary>What the figures are: a difference, all up to the last day, or nothing.</summary>
        public string Basis =>
            this switch
            {
                { Totals.HasAny: false } => "none",
                { Totals.IsToDate: true } => "total to date",
                _ => "span",
            };
    }

    private static readonly ImmutableArray<CsvColumn<Row<ReportedPost>>> PostColumns =
    [
        .. Common<ReportedPost>(post => post.Key, post => post.Id),
        new("title", row => row.Of.Title),
        new("published_at", row => row.Of.At),
        new("published_url", row => row.Of.Url),
        .. Counts<ReportedPost>(Metric.OfPosts),
        new("engagement_rate", row => Rounded(row.Totals.EngagementRate)),
        new("impressions_after_a_day", row => row.Of.AfterADay),
        new("so_far", row => row.Of.IsSoFar),
        new("labels", row => string.Join("; ", row.Of.Labels)),
        new("campaign", row => row.Of.Campaign),
    ];

    private static readonly ImmutableArray<CsvColumn<Row<ReportedLeadMagnet>>> LeadMagnetColumns =
    [
        .. Common<ReportedLeadMagnet>(magnet => magnet.Key, magnet => magnet.Id),
        new("keyword", row => row.Of.Keyword),
        new("resource_name", row => row.Of.Name),
        .. Counts<ReportedLeadMagnet>(Metric.OfLeadMagnets),
        new("conversion_rate", row => Rounded(row.Totals.Conversion)),
        new("unique_visitors_limited", row => row.Of.IsVisitorsLimited),
    ];

    public static string Posts(Report report) =>
        CsvText.Write(
            PostColumns,
            from client in report.Clients
            from post in client.Posts.Concat(client.PostsWithout)
            select new Row<ReportedPost>(report.Span, client, post, post.Totals)
        );

    public static string LeadMagnets(Report report) =>
        CsvText.Write(
            LeadMagnetColumns,
            from client in report.Clients
            from magnet in client.LeadMagnets.Concat(client.LeadMagnetsWithout)
            select new Row<ReportedLeadMagnet>(report.Span, client, magnet, magnet.Totals)
        );

    private static IEnumerable<CsvColumn<Row<T>>> Common<T>(Func<T, string> key, Func<T, string> id) =>
        [
            new("client", row => row.Client.Slug),
            new("from", row => LocalTimes.Iso(row.Span.From)),
            new("to", row => LocalTimes.Iso(row.Span.To)),
            new("basis", row => row.Basis),
            new("key", row => key(row.Of)),
            new("id", row => id(row.Of)),
        ];

    private static IEnumerable<CsvColumn<Row<T>>> Counts<T>(IEnumerable<Metric> metrics) =>
        metrics.Select(metric => new CsvColumn<Row<T>>(metric.Name, row => row.Totals[metric]));

    private static double? Rounded(double? share) => share is { } value ? Math.Round(value, 4) : null;
}
