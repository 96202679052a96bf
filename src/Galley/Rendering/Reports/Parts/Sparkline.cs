using Galley.Rendering.Preview;
using Galley.Reporting;
using NodaTime;

namespace Galley.Rendering.Reports.Parts;

/// <summary>A column for each day of the span. Its label says in words what the eye would take from it.</summary>
internal static class Sparkline
{
    private const int Height = 24;

    /// <param name="daily">May end before the span does: the rest is still to come.</param>
    /// <param name="unit">impressions</param>
    public static Html Render(IReadOnlyList<long> daily, ReportSpan span, string unit)
    {
        var most = daily.Count == 0 ? 0 : daily.Max();
        if (most <= 0)
        {
            return Html.None;
        }

        var best = span.From.PlusDays(daily.Select((value, day) => (value, day)).First(pair => pair.value == most).day);
        return Html.From(
            $"<figure class=\"spark\"><svg viewBox=\"0 0 {Shapes.Number(span.Days)} {Height}\" "
                + $"preserveAspectRatio=\"none\" role=\"img\" aria-label=\"By day, most on "
                + $"{Label(most, best, unit)}\">{daily.Select((value, day) => Column(value, day, most))}<path "
                + $"class=\"base\" d=\"M0 {Height}H{Shapes.Number(span.Days)}\"/></svg><figcaption "
                + $"aria-hidden=\"true\">Most on {Label(most, best, unit)}</figcaption></figure>"
        );
    }

    private static string Label(long most, LocalDate best, string unit) =>
        $"{LocalTimes.ShortDay(best)}: {ReportWording.Count(most)} {unit}";

    private static Html Column(long value, int day, long most)
    {
        if (value <= 0)
        {
            return Html.None;
        }

        var height = Math.Max(1, Shapes.Percent(value, most) * Height / 100);
        return Html.From(
            $"<rect x=\"{Shapes.Number(day + 0.12)}\" y=\"{Shapes.Number(Height - height)}\" width=\"0.76\" "
                + $"height=\"{Shapes.Number(height)}\"/>"
        );
    }
}
