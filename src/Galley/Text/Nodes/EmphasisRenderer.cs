using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

/// <summary>Its words; the marks go, with a note.</summary>
internal sealed class EmphasisRenderer : NodeRenderer<EmphasisInline>
{
    protected override void Write(EmphasisInline node, LinkedInRenderer writer)
    {
        writer.Dropped.Add(DroppedMarks.Kind.Emphasis, writer.PositionOf(node));
        writer.WriteInlines(node);
    }
}
