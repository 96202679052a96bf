using Galley.Rendering.Comments;
using Galley.Rendering.Json.Documents;

namespace Galley.Rendering.Json;

/// <summary>
/// A <see cref="PlanReport"/> as a file. It is read by a job with more rights than the one that wrote it, and that one may have
/// run anything: what is not exactly of this form is refused.
/// </summary>
public static class PlanReportJson
{
    /// <summary>Bytes. A plan of a hundred thousand posts is about half of this.</summary>
    public const int Longest = 128 << 20;

    public static string Write(PlanReport report) =>
        RenderingJson.Write(PlanReportDocument.From(report), RenderingJson.Default.PlanReportDocument);

    /// <exception cref="GalleyException">It is not of the form.</exception>
    public static PlanReport Parse(string json) =>
        RenderingJson.Read(
            json,
            "The report is not of the form that `galley plan --report-to` writes, so nothing of it is shown.",
            RenderingJson.Default.PlanReportDocument,
            document => document.ToReport()
        );
}
