using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

internal sealed class EntityRenderer : LinkedInObjectRenderer<HtmlEntityInline>
{
    protected override void Write(LinkedInRenderer renderer, HtmlEntityInline node) =>
        renderer.Append(node.Transcoded.ToString());
}
