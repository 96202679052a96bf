using Galley.Rendering.Preview;
using Galley.Rendering.Preview.Pages;
using Galley.Rendering.Preview.Parts;

namespace Galley.Rendering.Reports.Pages;

/// <summary>A page of a report: the preview's design, and no script at all.</summary>
internal static class ReportShell
{
    public static string Wrap(string title, Html place, Html main, ReportOptions options) =>
        PageShell.Write(
            new PageParts
            {
                Title = title,
                Bar = Html.From(
                    $"{Sender.Render(options.Agency, options.Logo, "Report")}<span class=\"here\">{place}</span>"
                ),
                Main = main,
                Foot = "Made by Galley from LeadPanther’s figures. Nothing on this page loads anything from elsewhere.",
                Styles = [Asset.Style, Asset.ReportStyle],
            }
        );
}
