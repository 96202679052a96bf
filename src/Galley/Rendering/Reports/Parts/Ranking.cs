using Galley.Rendering.Preview;

namespace Galley.Rendering.Reports.Parts;

/// <summary>A bar with its number beside it, and the smaller figures after that.</summary>
internal static class Ranking
{
    public static Html Item(RankedItem item) =>
        Html.From(
            $"""
            <li><div class="what"><strong>{item.Name}</strong><small>{item.Beside}</small></div>
            <div class="measure"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width="100" height="10"/><rect width="{Shapes.Number(
                Shapes.Percent(item.Value, item.Most)
            )}" height="10"/></svg><p><b>{ReportWording.Count(item.Value)}</b> {item.Unit}</p></div>
            <ul class="counts">{item.Counts.Select(count =>
                Html.From($"<li><b>{count.Figure}</b> {count.Unit}</li>")
            )}</ul></li>

            """
        );
}
