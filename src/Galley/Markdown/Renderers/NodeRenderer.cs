using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

internal abstract class NodeRenderer<TNode> : INodeRenderer
    where TNode : MarkdownObject
{
    public Type NodeType => typeof(TNode);

    public void Write(MarkdownObject node, LinkedInRenderer renderer) => Write((TNode)node, renderer);

    protected abstract void Write(TNode node, LinkedInRenderer renderer);
}
