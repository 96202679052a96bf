using Markdig.Parsers;

namespace Galley.Markdown.Parsers;

/// <summary>Quotations, but "> 500 customers" is a comparison.</summary>
internal sealed class FigureAwareQuoteParser : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        return line.StartsWith(">") && !processor.IsCodeIndent && Figures.IsFigure(line.TrimStart("> "))
            ? KeptSigns.Keep(processor)
            : base.TryOpen(processor);
    }
}
