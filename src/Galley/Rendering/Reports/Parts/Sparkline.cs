using System.Collections.Immutable;
using Galley.Rendering.Preview;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports.Parts;

/// <summary>What came over time: from reading to reading, as high as what each day between them brought.</summary>
/// <param name="Zone">Whose days they are.</param>
internal sealed record Sparkline(ImmutableArray<ReportStep> Steps, ReportSpan Span, DateTimeZone Zone)
{
    /// <param name="unit">impressions</param>
    public Html Render(Measure measure, string unit)
    {
        if (Steps.IsEmpty || Steps.MaxBy(step => PerDay(step, measure)) is not { } best || best[measure] <= 0)
        {
            return Html.None;
        }

        return new StepColumns(Steps, Span, Zone).Render(
            "spark",
            step => PerDay(step, measure) / PerDay(best, measure),
            Label(best, measure, unit)
        );
    }

    private string Label(ReportStep best, Measure measure, string unit)
    {
        var days = ReportWording.Between(best, Zone);
        return Steps.Length == 1 ? $"All {days}" : $"Most {days}: {ReportWording.Count(best[measure])} {unit}";
    }

    /// <summary>Two readings of one hour are no fraction of a day: one lucky minute would dwarf all others.</summary>
    private static double PerDay(ReportStep step, Measure measure) => step[measure] / Math.Max(step.Days, 0.5);
}
