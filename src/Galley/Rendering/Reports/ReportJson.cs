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
                    Figures(client.Totals)!,
                    Figures(client.Before)
                ))
            ),
            RenderingJson.Default.ReportDocument
        );

    private static Dictionary<string, long>? Figures(MetricTotals? totals) =>
        totals is null
            ? null
            : Metric
                .OfPosts.Concat(Metric.OfLeadMagnets)
                .Where(metric => totals[metric] is not null)
                .ToDictionary(metric => metric.Name, metric => totals[metric]!.Value);
}
