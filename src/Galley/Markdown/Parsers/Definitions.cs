using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Parsers;

/// <summary>
/// Finds what looks like the definition of a link and is not surely one: nothing uses it, it has no address, or the label has one already.
/// Markdig would leave it out, so its bracket is hidden from Markdig.
/// </summary>
internal static partial class Definitions
{
    /// <summary>In the place of a bracket that is hidden: a code point that is no character.</summary>
    public const char HiddenBracket = '\uFDD0';

    private static readonly string[] AddressStarts = ["https:", "http:", "mailto:", "tel:", "www.", "/", "./", "../"];

    /// <summary>The text without those that repeat a label; as it is when there are none.</summary>
    public static string HideRepeated(string text)
    {
        if (!text.Contains("]:", StringComparison.Ordinal))
        {
            return text;
        }

        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return Hide(
            text,
            Definition
                .Matches(text)
                .Where(match => !labels.Add(match.Groups["label"].Value.Trim()))
                .Select(match => match.Groups["bracket"].Index)
        );
    }

    /// <summary>The text without those of <paramref name="document"/> that are doubtful; as it is when there are none.</summary>
    public static string HideDoubtful(string text, MarkdownDocument document)
    {
        if (!text.Contains("]:", StringComparison.Ordinal))
        {
            return text;
        }

        var all = document.Descendants<LinkReferenceDefinition>();

        var used = document.Descendants<LinkInline>().Select(link => link.Reference).ToHashSet();
        return Hide(
            text,
            all.Where(definition => !used.Contains(definition) || !IsAddress(definition.Url ?? ""))
                .Select(definition => text.IndexOf('[', definition.Span.Start))
        );
    }

    private static bool IsAddress(string url) =>
        AddressStarts.Any(start => url.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || File.IsMatch(url);

    private static string Hide(string text, IEnumerable<int> brackets)
    {
        char[]? hidden = null;
        foreach (var at in brackets)
        {
            hidden ??= text.ToCharArray();
            hidden[at] = HiddenBracket;
        }

        return hidden is null ? text : new string(hidden);
    }

    /// <summary>The whole of it: "[#1]: See below" is none, but uses one.</summary>
    [GeneratedRegex(
        """^[ \t>*+-]*(?<bracket>\[)(?<label>[^\[\]\n]{1,200})\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|\S+)"""
            + """(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$""",
        RegexOptions.Multiline
    )]
    private static partial Regex Definition { get; }

    /// <summary>guide.html, example.com/page.</summary>
    [GeneratedRegex(@"\.[A-Za-z][A-Za-z0-9]+(?:[/?#]|$)")]
    private static partial Regex File { get; }
}
