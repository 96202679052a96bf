using Markdig.Syntax;

namespace Galley.Text.Nodes;

internal sealed class DocumentText : NodeText<MarkdownDocument>
{
    protected override void Write(MarkdownDocument node, LinkedInWriter writer)
    {
        foreach (var block in node) writer.Write(block);
    }
}
