using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

internal sealed class EntityText : NodeText<HtmlEntityInline>
{
    protected override void Write(HtmlEntityInline node, LinkedInWriter writer) => writer.Append(node.Transcoded.ToString());
}
