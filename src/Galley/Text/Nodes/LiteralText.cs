using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

internal sealed class LiteralText : NodeText<LiteralInline>
{
    protected override void Write(LiteralInline node, LinkedInWriter writer) => writer.Append(node.Content.ToString());
}
