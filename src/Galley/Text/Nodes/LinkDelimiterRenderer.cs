using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

/// <summary>A bracket that turned out to open no link: a plain character.</summary>
internal sealed class LinkDelimiterRenderer : NodeRenderer<LinkDelimiterInline>
{
    protected override void Write(LinkDelimiterInline node, LinkedInRenderer writer)
    {
        writer.Append(node.ToLiteral());
        writer.WriteInlines(node);
    }
}
