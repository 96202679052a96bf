using System.Collections.Immutable;
using Galley.Rendering.Preview;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports.Parts;

/// <summary>
/// A column from reading to reading: as wide as the days between them, as high as what each of these brought. Its label
/// says in words what the eye would take from it.
/// </summary>
/// <param name="Zone">Whose days they are.</param>
internal sealed record Sparkline(ImmutableArray<ReportStep> Steps, ReportSpan Span, DateTimeZone Zone)
{
    private const int Height = 24;

    /// <summary>What separates two columns, in days.</summary>
    private const double Gap = 0.12;

    /// <param name="unit">impressions</param>
    public Html Render(Measure measure, string unit)
    {
        if (Steps.IsEmpty || Steps.MaxBy(step => PerDay(step, measure)) is not { } best || best[measure] <= 0)
        {
            return Html.None;
        }

        var label = Label(best, measure, unit);
        return Html.From(
            $"<figure class=\"spark\"><svg viewBox=\"0 0 {Shapes.Number(Span.Days)} {Height}\" "
                + $"preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{label}\">{Steps.Select(step =>
                    Column(step, PerDay(step, measure) / PerDay(best, measure))
                )}<path class=\"base\" d=\"M0 {Height}H{Shapes.Number(Span.Days)}\"/></svg><figcaption "
                + $"aria-hidden=\"true\">{label}</figcaption></figure>"
        );
    }

    private string Label(ReportStep best, Measure measure, string unit)
    {
        var days = ReportWording.Between(best, Zone);
        return Steps.Length == 1 ? $"All {days}" : $"Most {days}: {ReportWording.Count(best[measure])} {unit}";
    }

    private Html Column(ReportStep step, double share)
    {
        if (share <= 0)
        {
            return Html.None;
        }

        var start = Span.StartIn(Zone);
        var (left, right) = (Math.Max(0, (step.From - start).TotalDays), (step.To - start).TotalDays);
        var height = Math.Max(1, share * Height);
        return Html.From(
            $"<rect x=\"{Shapes.Number(left)}\" y=\"{Shapes.Number(Height - height)}\" "
                + $"width=\"{Shapes.Number(Math.Max(Gap, right - left - Gap))}\" height=\"{Shapes.Number(height)}\"/>"
        );
    }

    /// <summary>Two readings of one hour are no fraction of a day: one lucky minute would dwarf all others.</summary>
    private static double PerDay(ReportStep step, Measure measure) => step[measure] / Math.Max(step.Days, 0.5);
}
