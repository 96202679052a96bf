using System.Globalization;

namespace Galley.Rendering;

/// <summary>Content's text for a terminal: nothing in it can move the cursor, change colours, or turn the reading direction.</summary>
public static class VisibleText
{
    public static string From(string text) => text.Any(IsControl) ? string.Concat(text.Select(Shown)) : text;

    /// <summary>The text's lines, with nothing in them that controls a terminal, a reading direction or a decoder.</summary>
    internal static IEnumerable<string> Lines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n').Select(Sound);

    private static string Sound(string line) => From(string.Concat(line.EnumerateRunes()));

    private static string Shown(char unit) =>
        unit switch
        {
            '\t' => " ",
            _ when IsControl(unit) => "\uFFFD",
            _ => unit.ToString(),
        };

    /// <summary>C0, C1, and the marks that override the reading direction; the joiners that emoji are made with stay.</summary>
    internal static bool IsControl(char unit) =>
        char.GetUnicodeCategory(unit)
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || unit is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C';
}
