using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Its words; the marks go, with a note.</summary>
internal sealed class EmphasisRenderer : LinkedInObjectRenderer<EmphasisInline>
{
    protected override void Write(LinkedInRenderer renderer, EmphasisInline node)
    {
        renderer.Dropped.Add(DroppedMarks.Kind.Emphasis, renderer.PositionOf(node));
        renderer.WriteChildren(node);
    }
}
