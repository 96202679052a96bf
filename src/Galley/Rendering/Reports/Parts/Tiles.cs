using Galley.Rendering.Preview;
using Galley.Reporting;

namespace Galley.Rendering.Reports.Parts;

/// <summary>The four totals, each beside the span before and with its days.</summary>
internal sealed record Tiles(MetricTotals Now, Comparisons Comparisons, Sparkline Days)
{
    public Html Render() =>
        !Now.HasAny
            ? Html.None
            : Html.From(
                $"""
                <section class="tiles" aria-label="Totals">
                {Tile(Measure.Impressions, "impressions", null)}{Tile(
                    Measure.Engagement,
                    "in all",
                    Rate(Now.EngagementRate, "of impressions")
                )}{Tile(Measure.Views, "views", null)}{Tile(
                    Measure.Captures,
                    "captures",
                    Rate(Now.Conversion, "of visitors unlocked")
                )}</section>

                """
            );

    private Html Tile(Measure measure, string unit, string? rate) =>
        Html.From(
            $"""
            <div class="tile"><h2>{measure.Name}</h2><p class="figure">{ReportWording.Count(measure.From(Now)?.Value)}{(
                rate is null ? Html.None : Html.From($" <small>{rate}</small>")
            )}</p>
            <p class="change">{ReportWording.Beside(Now, Comparisons, measure)}</p>{Days.Render(measure, unit)}</div>

            """
        );

    private static string? Rate(double? rate, string words) =>
        rate is null ? null : $"{ReportWording.Share(rate)} {words}";
}
