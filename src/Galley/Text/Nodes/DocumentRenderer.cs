using Markdig.Syntax;

namespace Galley.Text.Nodes;

internal sealed class DocumentRenderer : NodeRenderer<MarkdownDocument>
{
    protected override void Write(MarkdownDocument node, LinkedInRenderer writer)
    {
        foreach (var block in node) writer.Write(block);
    }
}
