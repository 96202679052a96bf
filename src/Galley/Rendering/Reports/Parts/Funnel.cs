using Galley.Rendering.Preview;
using Galley.Reporting;

namespace Galley.Rendering.Reports.Parts;

/// <summary>How many went on from step to step: each step as wide as its number, and narrowing to the next.</summary>
internal static class Funnel
{
    private static readonly (Metric Metric, string Name, string Of)[] Steps =
    [
        (Metric.Views, "Page views", ""),
        (Metric.Visitors, "Unique visitors", "of views"),
        (Metric.Unlocks, "Unlocks", "of visitors"),
        (Metric.Captures, "Captures", "of unlocks"),
    ];

    public static Html Render(ReportedLeadMagnet magnet, bool areAllToDate)
    {
        var most = Steps.Max(step => magnet.Totals[step.Metric]) ?? 0;
        return Html.From(
            $"""
            <article class="magnet funnel-card"><header><h3 dir="auto">{magnet.Name}</h3>{(
                magnet.Keyword is null ? Html.None : Html.From($"<span class=\"keyword\">{magnet.Keyword}</span>")
            )}</header>
            <p class="conversion"><b>{ReportWording.Share(magnet.Totals.Conversion)}</b> conversion{(
                magnet.Totals.IsToDate && !areAllToDate ? " · total to date" : ""
            )}</p>
            <ol class="funnel">{Steps.Select((_, index) => Step(magnet, index, most))}</ol>
            <ul class="counts"><li><b>{ReportWording.Count(
                magnet.Totals[Metric.ContentAccess]
            )}</b> opened the content</li><li><b>{ReportWording.Count(
                magnet.Totals[Metric.CtaClicks]
            )}</b> button clicks</li><li><b>{ReportWording.Count(
                magnet.Totals[Metric.Downloads]
            )}</b> downloads</li></ul>{Limited(magnet)}</article>

            """
        );
    }

    private static Html Step(ReportedLeadMagnet magnet, int index, long most)
    {
        var (metric, name, of) = Steps[index];
        var count = magnet.Totals[metric];
        var next = index + 1 < Steps.Length ? magnet.Totals[Steps[index + 1].Metric] : count;
        var share = index == 0 ? null : MetricTotals.Ratio(count, magnet.Totals[Steps[index - 1].Metric]);
        var ofBefore = share is null ? Html.None : Html.From($" <small>{ReportWording.Share(share)} {of}</small>");
        return Html.From(
            $"<li><p class=\"step\">{name}{ofBefore}</p>"
                + $"<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + $"{Shape(Shapes.Percent(count, most), Shapes.Percent(next, most))}</svg>"
                + $"<b>{ReportWording.Count(count)}</b></li>\n"
        );
    }

    private static Html Shape(double top, double bottom)
    {
        Html At(double x, int y) => Html.From($"{Shapes.Number(x)},{y} ");
        return Html.From(
            $"<polygon points=\"{At(50 - (top / 2), 0)}{At(50 + (top / 2), 0)}{At(50 + (bottom / 2), 10)}{At(50 - (bottom / 2), 10)}\"/>"
        );
    }

    private static Html Limited(ReportedLeadMagnet magnet) =>
        magnet.IsVisitorsLimited
            ? Html.From(
                $"<p class=\"quiet\">LeadPanther could not count every visitor: there were at least so many.</p>"
            )
            : Html.None;
}
