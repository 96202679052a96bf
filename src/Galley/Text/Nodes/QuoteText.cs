using Markdig.Syntax;

namespace Galley.Text.Nodes;

/// <summary>Its words; the &gt; goes, with a note.</summary>
internal sealed class QuoteText : NodeText<QuoteBlock>
{
    protected override void Write(QuoteBlock node, LinkedInWriter writer)
    {
        writer.Dropped.Add(DroppedMarks.Kind.Quotation, writer.PositionOf(node));
        foreach (var block in node) writer.Write(block);
    }
}
