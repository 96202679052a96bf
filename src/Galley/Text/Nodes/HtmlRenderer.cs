using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

/// <summary>Refused; written as typed, so that a preview loses nothing.</summary>
internal sealed class HtmlRenderer : NodeRenderer<HtmlInline>
{
    protected override void Write(HtmlInline node, LinkedInRenderer writer)
    {
        HtmlProblem.Report(node, node.Tag, writer);
        writer.Append(node.Tag);
    }
}
