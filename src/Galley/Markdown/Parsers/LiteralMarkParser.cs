using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Parsers;

/// <summary>Keeps marks that are characters of an address (a_b_c) or of a word (Kund*innen, 2*3) from emphasising anything.</summary>
internal sealed class LiteralMarkParser : InlineParser
{
    public LiteralMarkParser() => OpeningCharacters = ['*', '_', '&', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var end =
            slice.CurrentChar == '\\' ? EndOfShrug(slice) : EndOfAddress(processor, slice) ?? EndOfMarkInWord(slice);
        if (end is not { } stop)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new LiteralInline
        {
            Content = new StringSlice(slice.Text, slice.Start, stop - 1),
            Span = new(start, start + stop - slice.Start - 1),
            Line = line,
            Column = column,
        };
        slice.Start = stop;
        return true;
    }

    /// <summary>¯\_(ツ)_/¯ holds no escape.</summary>
    private static int? EndOfShrug(StringSlice slice)
    {
        const string Arms = @"\_(ツ)_/";
        return slice.PeekCharExtra(-1) == '¯' && slice.AsSpan().StartsWith(Arms) ? slice.Start + Arms.Length : null;
    }

    private int? EndOfAddress(InlineProcessor processor, StringSlice slice)
    {
        if (processor.ParserStates[Index] is not Line line || !line.Holds(slice))
        {
            processor.ParserStates[Index] = line = Line.Around(slice);
        }

        return line.EndOfAddressAt(slice.Start) is { } end && end <= slice.End + 1 ? end : null;
    }

    /// <summary>One star never emphasises a part of a word; two may end what they began before the word.</summary>
    private static int? EndOfMarkInWord(StringSlice slice)
    {
        if (slice.CurrentChar != '*')
        {
            return null;
        }

        var stars = slice.AsSpan();
        var count = stars.Length - stars.TrimStart('*').Length;
        var isInWord = count < stars.Length && IsInWord(slice.PeekCharExtra(-1)) && IsInWord(stars[count]);
        return isInWord && (count == 1 || !IsOpenBefore(slice)) ? slice.Start + count : null;
    }

    private static bool IsInWord(char letter) => char.IsLetterOrDigit(letter) && !Words.AreJoined(letter);

    private static bool IsOpenBefore(StringSlice slice)
    {
        var text = slice.Text;
        var isOpen = false;
        for (var at = slice.Start - 1; at > 0 && text[at] != '\n'; at--)
        {
            if (text[at] != '*' || text[at - 1] != '*')
            {
                continue;
            }

            at--;
            isOpen ^= at == 0 || text[at - 1] == '\n' || !IsInWord(text[at - 1]) || !IsInWord(text[at + 2]);
        }

        return isOpen;
    }

    private sealed record Line(string Text, int Start, int End, (int Start, int End)[] Addresses)
    {
        public static Line Around(StringSlice slice)
        {
            var start = slice.Text.AsSpan(0, slice.Start).LastIndexOf('\n') + 1;
            var length = slice.Text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? slice.Text.Length : start + length;
            return new Line(slice.Text, start, end, [.. BareAddresses.In(slice.Text[start..end])]);
        }

        public bool Holds(StringSlice slice) =>
            ReferenceEquals(Text, slice.Text) && Start <= slice.Start && slice.Start < End;

        public int? EndOfAddressAt(int at)
        {
            foreach (var address in Addresses)
            {
                if (Start + address.Start <= at && at < Start + address.End)
                {
                    return Start + address.End;
                }
            }

            return null;
        }
    }
}
