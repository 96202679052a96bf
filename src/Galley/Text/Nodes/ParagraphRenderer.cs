using Markdig.Syntax;

namespace Galley.Text.Nodes;

internal sealed class ParagraphRenderer : NodeRenderer<ParagraphBlock>
{
    protected override void Write(ParagraphBlock node, LinkedInRenderer writer) =>
        writer.Block(node, () => writer.WriteInlines(node.Inline));
}
