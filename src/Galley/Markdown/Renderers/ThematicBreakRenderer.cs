using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>A divider is its author's own: it stays as typed.</summary>
internal sealed class ThematicBreakRenderer : NodeRenderer<ThematicBreakBlock>
{
    protected override void Write(ThematicBreakBlock node, LinkedInRenderer renderer) =>
        renderer.Block(node, () => renderer.Append(renderer.SourceOf(node).Trim()));
}
