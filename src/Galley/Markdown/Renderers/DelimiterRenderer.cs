using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>A mark that emphasises nothing, or a bracket that opens no link: plain characters.</summary>
internal sealed class DelimiterRenderer : LinkedInObjectRenderer<DelimiterInline>
{
    protected override void Write(LinkedInRenderer renderer, DelimiterInline node)
    {
        renderer.Append(node.ToLiteral());
        renderer.WriteChildren(node);
    }
}
