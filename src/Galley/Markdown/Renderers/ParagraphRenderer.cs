using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>
/// Its words. A line of dashes or equals signs, which in Markdown makes a heading of those above it, stays as typed, with a note.
/// </summary>
internal sealed class ParagraphRenderer : LinkedInObjectRenderer<ParagraphBlock>
{
    protected override void Write(LinkedInRenderer renderer, ParagraphBlock node)
    {
        renderer.StartBlock(node);
        renderer.WriteChildren(node.Inline!);
        renderer.EndBlock(node);
        var text = renderer.SourceOf(node);
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            if (IsUnderline(text.AsSpan(end + 1)))
            {
                renderer.ReportUnderline(node.Span.Start + end + 1);
            }
        }
    }

    private static bool IsUnderline(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = text[..(end < 0 ? text.Length : end)].Trim();
        return line.Length > 1 && (line[0] is '-' or '=') && line.IndexOfAnyExcept(line[0]) < 0;
    }
}
