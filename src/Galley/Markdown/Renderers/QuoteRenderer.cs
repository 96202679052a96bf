using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Its words; the &gt; goes, with a note.</summary>
internal sealed class QuoteRenderer : LinkedInObjectRenderer<QuoteBlock>
{
    protected override void Write(LinkedInRenderer renderer, QuoteBlock node)
    {
        var start = renderer.Length;
        renderer.WriteChildren(node);
        renderer.Drop(DroppedMarks.Kind.Quotation, node, start);
    }
}
