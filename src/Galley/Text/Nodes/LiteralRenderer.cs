using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

internal sealed class LiteralRenderer : NodeRenderer<LiteralInline>
{
    protected override void Write(LiteralInline node, LinkedInRenderer writer) => writer.Append(node.Content.ToString());
}
