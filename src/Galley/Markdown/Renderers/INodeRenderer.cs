using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>How one kind of node reads on LinkedIn.</summary>
internal interface INodeRenderer
{
    Type NodeType { get; }

    void Write(MarkdownObject node, LinkedInRenderer renderer);
}
