using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

internal sealed class EntityRenderer : NodeRenderer<HtmlEntityInline>
{
    protected override void Write(HtmlEntityInline node, LinkedInRenderer renderer) =>
        renderer.Append(node.Transcoded.ToString());
}
