namespace Galley.Markdown;

/// <summary>
/// Where LinkedIn hides the rest of a text behind "…more": in the third line as it wraps, blank ones included. LinkedIn says nowhere
/// how wide a line is; the average characters that fit come close.
/// </summary>
internal static class SeeMoreFold
{
    public const int Lines = 3;

    /// <summary>Columns of a line; a Chinese, Japanese or Korean character takes two.</summary>
    public const int OnDesktop = 70;

    /// <inheritdoc cref="OnDesktop"/>
    public const int OnPhone = 47;

    public const int CharactersOnDesktop = Lines * OnDesktop;

    /// <summary>"…more" stands at the right end of the last line.</summary>
    private const int RoomForMore = 7;

    /// <summary>How many UTF-16 units stand before the fold; the text's length when it does not fold.</summary>
    /// <param name="columns">Of a line.</param>
    public static int Find(string text, int columns)
    {
        var start = 0;
        for (var line = 1; start < text.Length; line++)
        {
            var end = EndOfLine(text, start, columns);
            if (line == Lines && !string.IsNullOrWhiteSpace(text[end..]))
            {
                return Math.Min(end, EndOfLine(text, start, columns - RoomForMore));
            }

            // The space or the line break at which it wraps is not shown.
            start = end < text.Length && text[end] is ' ' or '\n' ? end + 1 : end;
        }

        return text.Length;
    }

    /// <summary>
    /// Where a line ends that begins at <paramref name="start"/>: at a line break, a space, or within a word that is
    /// too long.
    /// </summary>
    private static int EndOfLine(string text, int start, int columns)
    {
        var space = -1;
        for (var (at, width) = (start, 0); at < text.Length && text[at] != '\n'; at++)
        {
            width += IsWide(text[at]) ? 2 : 1;
            if (text[at] == ' ' && at > start)
            {
                space = at;
            }

            if (width > columns)
            {
                return space > 0 ? space
                    : char.IsLowSurrogate(text[at]) ? at - 1
                    : at;
            }
        }

        return text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;
    }

    private static bool IsWide(char unit) =>
        unit
            is (>= '\u1100' and <= '\u115F')
                or (>= '\u2E80' and <= '\uA4CF')
                or (>= '\uAC00' and <= '\uD7A3')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFF00' and <= '\uFF60');
}
