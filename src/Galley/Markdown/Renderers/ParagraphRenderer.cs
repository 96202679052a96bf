using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

internal sealed class ParagraphRenderer : NodeRenderer<ParagraphBlock>
{
    protected override void Write(ParagraphBlock node, LinkedInRenderer renderer) =>
        renderer.Block(node, () => renderer.WriteInlines(node.Inline));
}
