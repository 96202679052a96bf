using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Its words; the marks go, with a note.</summary>
internal sealed class EmphasisRenderer : NodeRenderer<EmphasisInline>
{
    protected override void Write(EmphasisInline node, LinkedInRenderer renderer)
    {
        renderer.Dropped.Add(DroppedMarks.Kind.Emphasis, renderer.PositionOf(node));
        renderer.WriteInlines(node);
    }
}
