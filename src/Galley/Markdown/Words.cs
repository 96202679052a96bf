namespace Galley.Markdown;

/// <summary>What scripts do between words.</summary>
internal static class Words
{
    /// <summary>
    /// Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean put no space between a word and what follows it, so that marks
    /// between two of their letters may well emphasise. Halves of surrogate pairs are taken for such letters, too.
    /// </summary>
    public static bool AreJoined(char letter) =>
        letter
            is >= '\u0E00'
                and <= '\u0EFF'
                or >= '\u1000'
                and <= '\u109F'
                or >= '\u1100'
                and <= '\u11FF'
                or >= '\u1780'
                and <= '\u17FF'
                or >= '\u2E80'
                and <= '\uDFFF'
                or >= '\uF900'
                and <= '\uFAFF'
                or >= '\uFF00'
                and <= '\uFFEF';
}
