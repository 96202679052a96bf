using System.Buffers;
using System.Text.RegularExpressions;
using Galley.Diagnostics.Codes;
using Galley.Markdown.Parsers;

namespace Galley.Markdown;

/// <summary>Finds marks that look like Markdown in a text that goes out as typed, where readers would see the marks themselves.</summary>
internal static partial class UnreadMarks
{
    /// <summary>Without any of these, and without ##, a text shows no Markdown of a body's.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_~[|");

    /// <summary>For a text that is no Markdown at all; the first words that look like it, null for none.</summary>
    public static string? FirstIn(string text) =>
        (
            from match in Inline.Matches(text).Concat(Plain.Matches(text)).Concat(Lines.Matches(text))
            where IsMeant(match, text)
            orderby match.Index
            select Quotes.Words(match.Value)
        ).FirstOrDefault();

    /// <summary>What a body's rendering left as typed, once a line.</summary>
    /// <param name="output">What goes out.</param>
    public static IEnumerable<TextProblem> In(string body, string output, PlaceholderValues values) =>
        output.AsSpan().ContainsAny(Marks) || output.Contains("##", StringComparison.Ordinal)
            ? LeftIn(output, body, values)
            : [];

    private static IEnumerable<TextProblem> LeftIn(string output, string body, PlaceholderValues values)
    {
        var reported = 0;
        foreach (var match in Inline.Matches(body).Concat(Lines.Matches(body)).OrderBy(match => match.Index))
        {
            if (!IsMeant(match, body) || !IsLeftIn(output, match.ValueSpan, values))
            {
                continue;
            }

            var at = LineTable.PositionOf(body, match.Index);
            if (at.Line == reported)
            {
                continue;
            }

            reported = at.Line;
            yield return new TextProblem(
                TextCodes.MarkdownNotRead,
                at,
                $"{Quotes.Words(match.Value)} looks like Markdown but is not read as Markdown. It is sent as typed, with its marks.",
                HelpFor(match)
            );
        }
    }

    private static bool IsLeftIn(string output, ReadOnlySpan<char> typed, PlaceholderValues values) =>
        output.AsSpan().Contains(typed, StringComparison.Ordinal)
        || (
            typed.ContainsAny("<{")
            && output.Contains(Placeholders.Resolve(typed.ToString(), values), StringComparison.Ordinal)
        );

    private static string HelpFor(Match match) =>
        Kind(match) switch
        {
            "link" => "Write [words](https://…): no space between ] and (, and no space within the address.",
            "reference" => "Write the link as [words](https://…), or delete the brackets.",
            "strong" or "em" => "Put a space or a line break behind the closing mark, or delete the marks.",
            "heading" => "Delete the #, or keep only one of them for a hashtag.",
            _ => "Delete the marks: LinkedIn shows them as they are.",
        };

    private static string Kind(Match match) =>
        match.Groups.Cast<Group>().FirstOrDefault(group => group.Success && !char.IsAsciiDigit(group.Name[0]))?.Name
        ?? "";

    /// <summary>Stars within words, such as Kund*innen or f**k, are no Markdown, nor are those of an address.</summary>
    private static bool IsMeant(Match match, string text)
    {
        if (IsInAddress(match, text))
        {
            return false;
        }

        var opensInWord = match.Index > 0 && IsInWord(text[match.Index - 1]);
        var end = match.Index + match.Length;
        return Kind(match) switch
        {
            "em" => !opensInWord,
            "strong" => !opensInWord || end == text.Length || !IsInWord(text[end]),
            _ => true,
        };
    }

    private static bool IsInAddress(Match match, string text)
    {
        var start = text.AsSpan(0, match.Index).LastIndexOf('\n') + 1;
        var line = text[start..(match.Index + match.Length)];
        return BareAddresses
            .In(line)
            .Any(address => start + address.Start < match.Index && match.Index < start + address.End);
    }

    private static bool IsInWord(char letter) => char.IsLetterOrDigit(letter) && !Words.AreJoined(letter);

    /// <summary>What looks like Markdown within a line, in any text.</summary>
    [GeneratedRegex(
        """
            (?<strong>(?<![\\*])\*\*(?![*])[^*\n]{1,200}(?<!\\)\*\*(?!\*))
            | (?<em>(?<![\\*])\*(?![\s*])[^*\n]{0,200}[^\s*\\]\*(?!\*)
                | (?<![\\\w@\#/._-])__?(?![\s_])[^_\n]{0,200}[^\s_\\]__?(?![\w/]))
            | (?<strike>(?<![\\~])~~(?![\s~])[^~\n]{1,200}~~)
            | (?<link>(?<!\\)!?\[[^\[\]\n]{1,200}(?<!\\)\]\ ?\(
                <?(?:https?://|www\.|mailto:|tel:|(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,8}[)/?\#])[^()\n]{0,300}\)?)
            | (?<reference>(?<!\\)\[(?:\^[\w-]{1,40}|[^\[\]\n]{1,200}(?<!\\)\]\[[^\[\]\n]{0,100})\])
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Inline { get; }

    /// <summary>What looks like Markdown by how its line begins, in any text: a heading, a table, the definition of a link.</summary>
    [GeneratedRegex(
        """
            ^[ ]{0,3}(?:
                (?<heading>\#{2,6}[^\s\#].{0,60})
                | (?<table>\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$)
                | (?<reference>\[[^\[\]\n]{1,200}\]:[ \t]*<?(?:https?://|www\.|mailto:)\S+)
            )
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline
    )]
    private static partial Regex Lines { get; }

    /// <summary>What a body's rendering reads, and nothing else does.</summary>
    [GeneratedRegex(
        """
            (?<code>`[^`\n]{1,200}`|^```)
            | (?<autolink><(?:https?://|mailto:)[^\s<>]{1,300}>)
            | (?<html></?(?:a|b|br|em|i|p|strong|u)(?:\s[^<>\n]{0,200})?/?>)
            | (?<entity>&(?:amp|lt|gt|quot|nbsp|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});)
            | (?<escape>(?<![¯:\\])\\[*_\#\[\]`~])
            | (?<heading>^[ ]{0,3}\#{1,6}[ ][^\s\d\#].{0,60})
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline
    )]
    private static partial Regex Plain { get; }
}
