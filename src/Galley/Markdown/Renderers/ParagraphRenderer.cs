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
        var end = Math.Min(node.Span.End + 1, renderer.Source.Length);
        foreach (var range in renderer.Source.AsSpan(0, end)[node.Span.Start..].Split('\n'))
        {
            var start = node.Span.Start + range.Start.Value;
            if (
                start > node.Span.Start
                && IsUnderline(renderer.Source.AsSpan(start..(node.Span.Start + range.End.Value)))
            )
            {
                renderer.ReportUnderline(start);
            }
        }
    }

    private static bool IsUnderline(ReadOnlySpan<char> text)
    {
        var line = text.Trim();
        return line.Length > 1 && (line[0] is '-' or '=') && line.IndexOfAnyExcept(line[0]) < 0;
    }
}
