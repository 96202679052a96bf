using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>A bracket that turned out to open no link: a plain character.</summary>
internal sealed class LinkDelimiterRenderer : NodeRenderer<LinkDelimiterInline>
{
    protected override void Write(LinkDelimiterInline node, LinkedInRenderer renderer)
    {
        renderer.Append(node.ToLiteral());
        renderer.WriteInlines(node);
    }
}
