using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Galley.Markdown;

/// <summary>
/// Finds what turns, hides or changes the characters around it. What scripts and emoji are written with stays: joiners, variation
/// selectors, the marks U+200E, U+200F and U+061C, soft hyphens, and the spaces without width that Thai and Khmer break lines at.
/// </summary>
internal static partial class HiddenCharacters
{
    private const int WordsShown = 24;

    /// <summary>What NameOf names, controls (which YAML can escape), and what every tag begins with in UTF-16.</summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        ""
            + "\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
            + "\u206A\u206B\u206C\u206D\u206E\u206F\uFEFF\uFFF9\uFFFA\uFFFB\uDB40"
            + Controls.Except("\t\n\r")
    );

    /// <summary>As Unicode names it; null for what is not hidden.</summary>
    public static string? NameOf(Rune character) =>
        character.Value switch
        {
            0x2028 => "LINE SEPARATOR",
            0x2029 => "PARAGRAPH SEPARATOR",
            0x202A => "LEFT-TO-RIGHT EMBEDDING",
            0x202B => "RIGHT-TO-LEFT EMBEDDING",
            0x202C => "POP DIRECTIONAL FORMATTING",
            0x202D => "LEFT-TO-RIGHT OVERRIDE",
            0x202E => "RIGHT-TO-LEFT OVERRIDE",
            0x2066 => "LEFT-TO-RIGHT ISOLATE",
            0x2067 => "RIGHT-TO-LEFT ISOLATE",
            0x2068 => "FIRST STRONG ISOLATE",
            0x2069 => "POP DIRECTIONAL ISOLATE",
            0x206A => "INHIBIT SYMMETRIC SWAPPING",
            0x206B => "ACTIVATE SYMMETRIC SWAPPING",
            0x206C => "INHIBIT ARABIC FORM SHAPING",
            0x206D => "ACTIVATE ARABIC FORM SHAPING",
            0x206E => "NATIONAL DIGIT SHAPES",
            0x206F => "NOMINAL DIGIT SHAPES",
            0xFEFF => "ZERO WIDTH NO-BREAK SPACE",
            0xFFF9 => "INTERLINEAR ANNOTATION ANCHOR",
            0xFFFA => "INTERLINEAR ANNOTATION SEPARATOR",
            0xFFFB => "INTERLINEAR ANNOTATION TERMINATOR",
            0xE0001 or >= 0xE0020 and <= 0xE007F => "TAG CHARACTER",
            '\t' or '\n' or '\r' => null,
            _ => Rune.IsControl(character) ? "CONTROL CHARACTER" : null,
        };

    /// <summary>Whether a text shows nothing: it is empty, or all of it is space and characters that nobody sees.</summary>
    public static bool AreAll(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !IsInvisible(rune))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        // The joiner of graphemes, fillers, vowels and blanks that show nothing, variation selectors.
        || rune.Value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or 0x2800
                or 0x3164
                or 0xFFA0
                or (>= 0x180B and <= 0x180F)
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0100 and <= 0xE01EF);

    public static string Without(string text) =>
        text.AsSpan().ContainsAny(Suspects)
            ? string.Concat(text.EnumerateRunes().Where(character => NameOf(character) is null))
            : text;

    /// <summary>The first of each line that has any.</summary>
    public static IEnumerable<HiddenCharacter> In(string text) =>
        text.AsSpan().ContainsAny(Suspects) ? Lines(text) : [];

    private static IEnumerable<HiddenCharacter> Lines(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var found = Within(line);
            if (found.Count == 0)
            {
                continue;
            }

            var first = found[0];
            yield return new HiddenCharacter(
                new(number, first + 1),
                Rune.GetRuneAt(line, first),
                WordsBefore(line[..first]),
                found.Count - 1
            );
        }
    }

    private static List<int> Within(string line)
    {
        var found = new List<int>();
        for (var at = 0; at < line.Length; at++)
        {
            if (Flag().Match(line, at) is { Success: true, Length: var length })
            {
                at += length - 1;
            }
            else if (Rune.TryGetRuneAt(line, at, out var character) && NameOf(character) is not null)
            {
                found.Add(at);
            }
        }

        return found;
    }

    private static string WordsBefore(string text)
    {
        var shown = Without(text).EnumerateRunes().TakeLast(WordsShown);
        return string.Concat(shown).Trim();
    }

    /// <summary>The flag of a region such as Scotland: a black flag, the region's code in tags, and the tag that ends it.</summary>
    [GeneratedRegex(
        @"\G\uD83C\uDFF4(?:\uDB40[\uDC30-\uDC39\uDC61-\uDC7A]){3,6}\uDB40\uDC7F",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Flag();
}
