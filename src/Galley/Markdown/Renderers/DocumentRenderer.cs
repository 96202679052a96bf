using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

internal sealed class DocumentRenderer : NodeRenderer<MarkdownDocument>
{
    protected override void Write(MarkdownDocument node, LinkedInRenderer renderer)
    {
        foreach (var block in node)
        {
            renderer.Write(block);
        }
    }
}
