using Markdig.Syntax;

namespace Galley.Text.Nodes;

internal sealed class ParagraphText : NodeText<ParagraphBlock>
{
    protected override void Write(ParagraphBlock node, LinkedInWriter writer) =>
        writer.Block(node, () => writer.WriteInlines(node.Inline));
}
