using System.Text.RegularExpressions;

namespace Galley.Markdown;

/// <summary>Whether words begin with a figure, so that a mark before them is rather a sign: + 40 %, - 12 %, # 1, &gt; 500.</summary>
internal static partial class Figures
{
    /// <summary>As many, as much: no date, time, range or number in a list.</summary>
    public static bool IsQuantity(ReadOnlySpan<char> words) => MayBegin(words) && Quantity.IsMatch(words);

    /// <summary>With a unit that goes up and down.</summary>
    public static bool IsChange(ReadOnlySpan<char> words) => MayBegin(words) && Change.IsMatch(words);

    /// <summary>Any figure at all.</summary>
    public static bool IsFigure(ReadOnlySpan<char> words) => Figure.IsMatch(words);

    /// <summary>A rank such as # 1; not the number of a chapter, which has a point or more behind it.</summary>
    public static bool IsRank(ReadOnlySpan<char> words) => Rank.IsMatch(words);

    /// <summary>Most lines begin with a letter: no pattern has to be tried for them.</summary>
    private static bool MayBegin(ReadOnlySpan<char> words) => !words.IsEmpty && !char.IsLetter(words[0]);

    [GeneratedRegex(@"^[\p{Sc}~≈±]?\s?(?>\d+(?:[.,'’]\d+)*)(?![.:/)–-])", RegexOptions.CultureInvariant)]
    private static partial Regex Quantity { get; }

    [GeneratedRegex(
        @"^(?:\p{Sc}\s?\d|(?>\d+(?:[.,'’]\d+)*)\s?(?:[%‰°]|\p{Sc}|(?:pp|pts|points|Prozent|percent)\b))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Change { get; }

    [GeneratedRegex(@"^[\p{Sc}~≈±]?\s?\d", RegexOptions.CultureInvariant)]
    private static partial Regex Figure { get; }

    [GeneratedRegex(@"^(?>\d+(?:[.,]\d+)*)(?![.)])", RegexOptions.CultureInvariant)]
    private static partial Regex Rank { get; }
}
