using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

internal sealed class EntityRenderer : NodeRenderer<HtmlEntityInline>
{
    protected override void Write(HtmlEntityInline node, LinkedInRenderer writer) => writer.Append(node.Transcoded.ToString());
}
