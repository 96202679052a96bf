using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Refused; written as typed, so that a preview loses nothing.</summary>
internal sealed class HtmlInlineRenderer : LinkedInObjectRenderer<HtmlInline>
{
    protected override void Write(LinkedInRenderer renderer, HtmlInline node)
    {
        HtmlProblem.Report(node, node.Tag, renderer);
        renderer.Append(node.Tag);
    }
}
