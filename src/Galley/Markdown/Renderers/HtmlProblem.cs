using Galley.Diagnostics.Codes;
using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Refuses HTML, with what to type instead; once a line.</summary>
internal static class HtmlProblem
{
    public static void Report(MarkdownObject node, string html, LinkedInRenderer renderer)
    {
        if (renderer.Findings.Has(TextCodes.HtmlInText, renderer.PositionOf(node).Line))
        {
            return;
        }

        renderer.Report(
            TextCodes.HtmlInText,
            node,
            $"{Quotes.Words(html)} is HTML. LinkedIn would show the tags as typed.",
            HelpFor(html)
        );
    }

    private static string HelpFor(string html) =>
        html.TrimStart() switch
        {
            var text when text.StartsWith("<!--", StringComparison.Ordinal) =>
                "Move your remark to \"notes:\" in the front matter.",
            var text when text.StartsWith("<br", StringComparison.OrdinalIgnoreCase) =>
                "Press Enter: a line break stays a line break.",
            var text when text.StartsWith("<img", StringComparison.OrdinalIgnoreCase) =>
                "Add the picture to \"images:\" in the front matter.",
            var text when text.StartsWith("<a", StringComparison.OrdinalIgnoreCase) =>
                "Write the link as [text](https://…).",
            _ => "Delete the tags. To show a <, write \\<.",
        };
}
