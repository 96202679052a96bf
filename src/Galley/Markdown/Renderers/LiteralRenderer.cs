using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

internal sealed class LiteralRenderer : NodeRenderer<LiteralInline>
{
    protected override void Write(LiteralInline node, LinkedInRenderer renderer) =>
        renderer.Append(node.Content.ToString());
}
