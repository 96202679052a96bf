using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Hard or soft: LinkedIn shows what was typed.</summary>
internal sealed class LineBreakRenderer : NodeRenderer<LineBreakInline>
{
    protected override void Write(LineBreakInline node, LinkedInRenderer renderer) => renderer.BreakLine();
}
