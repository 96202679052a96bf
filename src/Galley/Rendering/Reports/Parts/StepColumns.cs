using System.Collections.Immutable;
using Galley.Rendering.Preview;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports.Parts;

/// <summary>A column from reading to reading, as wide as the days between them.</summary>
/// <param name="Zone">Whose days they are.</param>
internal sealed record StepColumns(ImmutableArray<ReportStep> Steps, ReportSpan Span, DateTimeZone Zone)
{
    private const int Height = 24;

    /// <summary>What separates two columns, in days.</summary>
    private const double Gap = 0.12;

    /// <param name="share">How high a step's column is, from 0 for none to 1.</param>
    /// <param name="label">What the eye takes from it, in words.</param>
    public Html Render(string name, Func<ReportStep, double> share, string label) =>
        Html.From(
            $"<figure class=\"{name}\"><svg viewBox=\"0 0 {Shapes.Number(Span.Days)} {Height}\" "
                + $"preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{label}\">{Steps.Select(step =>
                    Column(step, share(step))
                )}<path class=\"base\" d=\"M0 {Height}H{Shapes.Number(Span.Days)}\"/></svg><figcaption "
                + $"aria-hidden=\"true\">{label}</figcaption></figure>"
        );

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
}
