using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

internal sealed class ParagraphRenderer : LinkedInObjectRenderer<ParagraphBlock>
{
    protected override void Write(LinkedInRenderer renderer, ParagraphBlock node)
    {
        renderer.StartBlock(node);
        renderer.WriteChildren(node.Inline!);
        renderer.EndBlock(node);
    }
}
