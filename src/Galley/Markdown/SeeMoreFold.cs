namespace Galley.Markdown;

/// <summary>
/// Where LinkedIn hides the rest of a text behind "…more". It says nowhere how it decides; three lines, or so many
/// characters, comes close.
/// </summary>
internal static class SeeMoreFold
{
    public const int Lines = 3;
    public const int OnDesktop = 210;
    public const int OnPhone = 140;

    /// <summary>How many UTF-16 units stand before the fold; the text's length when it does not fold.</summary>
    /// <param name="characters">As many as fit, if the lines don't end it before.</param>
    public static int Find(string text, int characters)
    {
        var end = Math.Min(EndOfLines(text), characters < text.Length ? WordBefore(text, characters) : text.Length);
        return string.IsNullOrWhiteSpace(text[end..]) ? text.Length : end;
    }

    private static int EndOfLines(string text)
    {
        var end = -1;
        for (var line = 0; line < Lines; line++)
        {
            end = text.IndexOf('\n', end + 1);
            if (end < 0)
            {
                return text.Length;
            }
        }

        return end;
    }

    /// <summary>Between words where there is a gap not too far back, and never within a character.</summary>
    private static int WordBefore(string text, int limit)
    {
        const int LongestWord = 30;
        var gap = text.LastIndexOfAny([' ', '\n'], limit);
        if (gap > limit - LongestWord && gap > 0)
        {
            return gap;
        }

        return char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }
}
