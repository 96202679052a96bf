using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Hard or soft: LinkedIn shows what was typed.</summary>
internal sealed class LineBreakRenderer : LinkedInObjectRenderer<LineBreakInline>
{
    protected override void Write(LinkedInRenderer renderer, LineBreakInline node) => renderer.BreakLine();
}
