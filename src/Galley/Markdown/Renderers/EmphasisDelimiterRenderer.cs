using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Marks that turned out to emphasise nothing: they are plain characters.</summary>
internal sealed class EmphasisDelimiterRenderer : NodeRenderer<EmphasisDelimiterInline>
{
    protected override void Write(EmphasisDelimiterInline node, LinkedInRenderer renderer)
    {
        renderer.Append(node.ToLiteral());
        renderer.WriteInlines(node);
    }
}
