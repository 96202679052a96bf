using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Galley.Markdown.Parsers;

/// <summary>Code within one line. Two stray backticks on different lines mean none, and would join the lines.</summary>
internal sealed class CodeInLineParser : CodeInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (start, before) = (slice, processor.Inline);
        if (!base.Match(processor, ref slice))
        {
            return false;
        }

        if (start.Text.AsSpan(start.Start, slice.Start - start.Start).Contains('\n'))
        {
            (slice, processor.Inline) = (start, before);
            return false;
        }

        return true;
    }
}
