using System.Collections.Immutable;
using Galley.Rendering.Preview;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports.Parts;

/// <summary>The engagement rate over time, from reading to reading.</summary>
/// <param name="Zone">Whose days they are.</param>
internal sealed record RateChart(ImmutableArray<ReportStep> Steps, ReportSpan Span, DateTimeZone Zone)
{
    /// <summary>One reaction more or less moves the rate of fewer impressions by a percent: that is chance.</summary>
    private const int FewestImpressions = 100;

    /// <returns>Nothing where fewer than two steps can be compared.</returns>
    public Html Render()
    {
        var known = Steps.Where(step => Rate(step) > 0).ToList();
        if (known.Count < 2)
        {
            return Html.None;
        }

        var (highest, lowest) = (known.MaxBy(Rate)!, known.MinBy(Rate)!);
        var label =
            $"Highest {ReportWording.Share(Rate(highest))} {ReportWording.Between(highest, Zone)}, "
            + $"lowest {ReportWording.Share(Rate(lowest))} {ReportWording.Between(lowest, Zone)}";
        var blank = Steps.Any(step => Rate(step) == 0)
            ? Html.From(
                $"<p class=\"quiet\">Blank is where there were no reactions, comments or reposts, or fewer "
                    + $"than {FewestImpressions} impressions.</p>\n"
            )
            : Html.None;
        return Html.From(
            $"""
            <h3 class="group">Engagement rate over time</h3>
            {new StepColumns(Steps, Span, Zone).Render("rate", step => Rate(step) / Rate(highest), label)}{blank}
            """
        );
    }

    /// <summary>0 where it says nothing.</summary>
    private static double Rate(ReportStep step) =>
        step[Measure.Impressions] < FewestImpressions
            ? 0
            : Math.Max(0, step[Measure.Engagement] / (double)step[Measure.Impressions]);
}
