using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

/// <summary>A bracket that turned out to open no link: a plain character.</summary>
internal sealed class LinkDelimiterText : NodeText<LinkDelimiterInline>
{
    protected override void Write(LinkDelimiterInline node, LinkedInWriter writer)
    {
        writer.Append(node.ToLiteral());
        writer.WriteInlines(node);
    }
}
