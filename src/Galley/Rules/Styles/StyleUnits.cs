using System.Text.RegularExpressions;
using Galley.Content.Styles;

namespace Galley.Rules.Styles;

/// <summary>The pieces of a text that a rule looks at one by one.</summary>
internal static partial class StyleUnits
{
    public static IEnumerable<(int Start, string Text)> Of(StyleText text, StyleUnit unit) =>
        unit switch
        {
            StyleUnit.Text => [(0, text.Text)],
            StyleUnit.Paragraph => Pieces(Paragraph(), text.Text),
            StyleUnit.Sentence => Pieces(Sentence(), text.Text),
            StyleUnit.Heading => Pieces(Line(), text.Text).Where((_, index) => text.IsHeading(index + 1)),
            _ => throw new ArgumentOutOfRangeException(nameof(unit)),
        };

    private static IEnumerable<(int Start, string Text)> Pieces(Regex end, string text)
    {
        var start = 0;
        foreach (Match match in end.Matches(text))
        {
            yield return (start, text[start..match.Index]);
            start = match.Index + match.Length;
        }

        yield return (start, text[start..]);
    }

    [GeneratedRegex(@"\n\n+")]
    private static partial Regex Paragraph();

    /// <summary>Behind a full stop, or at the end of a line: posts often do without one.</summary>
    [GeneratedRegex(@"(?<=[.!?…])\s+|\n+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\n")]
    private static partial Regex Line();
}
