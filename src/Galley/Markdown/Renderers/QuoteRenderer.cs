using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Its words; the &gt; goes, with a note.</summary>
internal sealed class QuoteRenderer : NodeRenderer<QuoteBlock>
{
    protected override void Write(QuoteBlock node, LinkedInRenderer renderer)
    {
        renderer.Dropped.Add(DroppedMarks.Kind.Quotation, renderer.PositionOf(node));
        foreach (var block in node)
        {
            renderer.Write(block);
        }
    }
}
