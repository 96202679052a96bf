using Galley.Rendering.Preview;
using Galley.Rendering.Reports.Pages;
using Galley.Reporting;

namespace Galley.Rendering.Reports;

/// <summary>
/// A whole report as a list of files. A client's page names no other client, so that it can be sent to that client.
/// Pure.
/// </summary>
public static class ReportSite
{
    /// <summary>The kind of folder that a report owns (<see cref="PreviewFolder"/>).</summary>
    public const string FolderKind = "report";

    public const string FirstPage = "index.html";

    /// <summary>The file that is this client's own page.</summary>
    public static string PageOf(Report report, ClientReport client) =>
        report.Clients.Length == 1 ? FirstPage : OverviewPage.PathOf(client);

    public static IEnumerable<PreviewFile> Render(Report report, ReportOptions options)
    {
        yield return new PreviewFile(
            FirstPage,
            report.Clients is [var only]
                ? ClientReportPage.Render(report.Span, only, options)
                : OverviewPage.Render(report, options),
            null
        );
        if (report.Clients.Length > 1)
        {
            foreach (var client in report.Clients)
            {
                yield return new PreviewFile(
                    PageOf(report, client),
                    ClientReportPage.Render(report.Span, client, options),
                    null
                );
            }
        }

        yield return new PreviewFile("report.md", ReportMarkdown.Write(report), null);
        yield return new PreviewFile("posts.csv", WithMark(ReportTables.Posts(report)), null);
        yield return new PreviewFile("lead-magnets.csv", WithMark(ReportTables.LeadMagnets(report)), null);
    }

    /// <summary>Excel takes a file without the mark for the system's old code page.</summary>
    private static string WithMark(string csv) => $"\uFEFF{csv}";
}
