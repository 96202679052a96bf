using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

internal sealed class LiteralRenderer : NodeRenderer<LiteralInline>
{
    protected override void Write(LiteralInline node, LinkedInRenderer renderer) => renderer.Append(node.Content.ToString());
}
