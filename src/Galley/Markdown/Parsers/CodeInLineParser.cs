using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Galley.Markdown.Parsers;

/// <summary>
/// Code within one line. Two stray backticks on different lines mean none, and would join the lines; the second one does not begin code
/// either.
/// </summary>
internal sealed class CodeInLineParser : CodeInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        ref var secondMark = ref processor.ParserStates[Index];
        var (start, before) = (slice, processor.Inline);
        if (Equals(secondMark, start.Start) || !base.Match(processor, ref slice))
        {
            return false;
        }

        if (start.Text.AsSpan(start.Start, slice.Start - start.Start).Contains('\n'))
        {
            secondMark = slice.Start - RunAt(start);
            (slice, processor.Inline) = (start, before);
            return false;
        }

        return true;
    }

    private static int RunAt(StringSlice slice) => slice.AsSpan().IndexOfAnyExcept('`');
}
