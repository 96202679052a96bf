using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Its words; the marks go, with a note.</summary>
internal sealed class EmphasisRenderer : LinkedInObjectRenderer<EmphasisInline>
{
    protected override void Write(LinkedInRenderer renderer, EmphasisInline node)
    {
        var start = renderer.Length;
        renderer.WriteChildren(node);
        renderer.Drop(DroppedMarks.Kind.Emphasis, node, start);
    }
}
