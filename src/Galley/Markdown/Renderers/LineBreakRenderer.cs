using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Hard or soft: LinkedIn shows what was typed. A backslash that stands for one is left out, with a note.</summary>
internal sealed class LineBreakRenderer : LinkedInObjectRenderer<LineBreakInline>
{
    protected override void Write(LinkedInRenderer renderer, LineBreakInline node)
    {
        if (node.IsBackslash)
        {
            renderer.Drop(DroppedMarks.Kind.Escape, node, renderer.Length);
        }

        renderer.BreakLineAfter(node);
    }
}
