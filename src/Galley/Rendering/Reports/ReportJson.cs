using Galley.Rendering.Json;
using Galley.Rendering.Json.Documents;
using Galley.Reporting;

namespace Galley.Rendering.Reports;

/// <summary>The totals for programs; the rows are in the CSV files.</summary>
public static class ReportJson
{
    public static string Write(Report report) =>
        RenderingJson.Write(
            new ReportDocument(
                LocalTimes.Iso(report.Span.From),
                LocalTimes.Iso(report.Span.To),
                report.Clients.Select(client => new ClientReportDocument(
                    client.Slug,
                    client.PostsOut,
                    client.PostsWithout.Length,
                    client.LeadMagnetsWithout.Length,
                    client.Totals.IsToDate,
                    Figures(client.Totals),
                    Figures(client.Comparisons, comparison => comparison.Before),
                    Figures(client.Comparisons, comparison => comparison.Now),
                    client.Comparisons.LeftOut,
                    Sums(PostSum.ByLabel(client)),
                    Sums(PostSum.ByCampaign(client)),
                    Typical(TypicalPost.From(client))
                ))
            ),
            RenderingJson.Default.ReportDocument
        );

    private static TypicalPostDocument Typical(TypicalPost typical) =>
        new(
            Median(typical.Impressions),
            Median(typical.EngagementRate),
            Median(typical.AfterADay),
            typical.Weekday is { } weekday
                ? new(weekday.Time.ToString(), weekday.Impressions.Value, weekday.Impressions.Count)
                : null,
            typical.Hour is { } hour ? new(hour.Time, hour.Impressions.Value, hour.Impressions.Count) : null,
            typical.Slot is { } slot ? TypicalPostWording.Written(slot) : null
        );

    private static MedianDocument? Median(Median? median) => median is null ? null : new(median.Value, median.Count);

    private static IEnumerable<PostSumDocument> Sums(IEnumerable<PostSum> sums) =>
        sums.Select(sum => new PostSumDocument(sum.Name, sum.Posts, Figures(sum.Totals)));

    private static Dictionary<string, long> Figures(MetricTotals totals) =>
        Metric
            .All.Where(metric => totals[metric] is not null)
            .ToDictionary(metric => metric.Name, metric => totals[metric]!.Value);

    private static Dictionary<string, long>? Figures(Comparisons comparisons, Func<Comparison, long> figure) =>
        comparisons.HasAny
            ? Metric
                .All.Where(comparisons.ByMetric.ContainsKey)
                .ToDictionary(metric => metric.Name, metric => figure(comparisons.ByMetric[metric]))
            : null;
}
