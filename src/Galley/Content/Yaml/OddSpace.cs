using System.Buffers;

namespace Galley.Content.Yaml;

/// <summary>Characters that look like a space, but that YAML and file systems treat as letters.</summary>
internal static class OddSpace
{
    public const string All =
        "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F\u2060\u3000";

    private static readonly SearchValues<char> Characters = SearchValues.Create(All);

    public static bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(Characters);

    /// <summary>The name of the first one in a text.</summary>
    public static string NameIn(ReadOnlySpan<char> text) =>
        text[text.IndexOfAny(Characters)] switch
        {
            '\u00A0' or '\u202F' => "non-breaking space",
            '\u200B' or '\u2060' => "space without a width",
            '\u3000' => "wide space",
            _ => "special space",
        };

    /// <summary>The text with normal spaces in their place.</summary>
    public static string Replace(string text) =>
        IsIn(text) ? string.Concat(text.Select(unit => Characters.Contains(unit) ? ' ' : unit)) : text;
}
