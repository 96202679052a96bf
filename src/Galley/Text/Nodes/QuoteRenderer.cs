using Markdig.Syntax;

namespace Galley.Text.Nodes;

/// <summary>Its words; the &gt; goes, with a note.</summary>
internal sealed class QuoteRenderer : NodeRenderer<QuoteBlock>
{
    protected override void Write(QuoteBlock node, LinkedInRenderer writer)
    {
        writer.Dropped.Add(DroppedMarks.Kind.Quotation, writer.PositionOf(node));
        foreach (var block in node) writer.Write(block);
    }
}
