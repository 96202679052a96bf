using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

internal sealed class EntityRenderer : NodeRenderer<HtmlEntityInline>
{
    protected override void Write(HtmlEntityInline node, LinkedInRenderer renderer) => renderer.Append(node.Transcoded.ToString());
}
