using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Its words; the &gt; goes, with a note.</summary>
internal sealed class QuoteRenderer : LinkedInObjectRenderer<QuoteBlock>
{
    protected override void Write(LinkedInRenderer renderer, QuoteBlock node)
    {
        renderer.Dropped.Add(DroppedMarks.Kind.Quotation, renderer.PositionOf(node));
        renderer.WriteChildren(node);
    }
}
