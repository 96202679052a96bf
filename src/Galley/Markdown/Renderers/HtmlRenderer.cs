using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Refused; written as typed, so that a preview loses nothing.</summary>
internal sealed class HtmlRenderer : NodeRenderer<HtmlInline>
{
    protected override void Write(HtmlInline node, LinkedInRenderer renderer)
    {
        HtmlProblem.Report(node, node.Tag, renderer);
        renderer.Append(node.Tag);
    }
}
