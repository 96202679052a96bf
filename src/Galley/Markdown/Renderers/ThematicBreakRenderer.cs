using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>A divider is its author's own: it stays as typed.</summary>
internal sealed class ThematicBreakRenderer : LinkedInObjectRenderer<ThematicBreakBlock>
{
    protected override void Write(LinkedInRenderer renderer, ThematicBreakBlock node)
    {
        renderer.StartBlock(node);
        renderer.Append(renderer.SourceOf(node).Trim());
        renderer.EndBlock(node);
    }
}
