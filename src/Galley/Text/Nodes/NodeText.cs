using Markdig.Syntax;

namespace Galley.Text.Nodes;

internal abstract class NodeText<TNode> : INodeText
    where TNode : MarkdownObject
{
    public Type NodeType => typeof(TNode);

    public void Write(MarkdownObject node, LinkedInWriter writer) => Write((TNode)node, writer);

    protected abstract void Write(TNode node, LinkedInWriter writer);
}
