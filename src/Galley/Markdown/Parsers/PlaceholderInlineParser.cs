using Markdig.Helpers;
using Markdig.Parsers;

namespace Galley.Markdown.Parsers;

/// <summary>Finds placeholders before Markdig takes <c>&lt;keyword&gt;</c> for HTML.</summary>
internal sealed class PlaceholderInlineParser : InlineParser
{
    public PlaceholderInlineParser() => OpeningCharacters = ['<', '{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != slice.CurrentChar)
        {
            return false;
        }

        var match = PlaceholderSyntax.Here.Match(slice.Text, slice.Start, slice.Length);
        if (!match.Success)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new PlaceholderInline(match.Value, PlaceholderSyntax.NameOf(match))
        {
            Span = new(start, start + match.Length - 1),
            Line = line,
            Column = column,
        };
        slice.Start += match.Length;
        return true;
    }
}
