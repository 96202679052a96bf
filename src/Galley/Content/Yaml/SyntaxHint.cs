using System.Buffers;
using System.Text.RegularExpressions;

namespace Galley.Content.Yaml;

/// <summary>Guesses which of the common mistakes is in the line at which the parser stopped.</summary>
internal static partial class SyntaxHint
{
    /// <summary>In a list, they are quotes and further levels.</summary>
    private static readonly SearchValues<char> MoreThanWords = SearchValues.Create("[]{}:\"'");

    public enum Kind
    {
        None,
        Placeholder,
        Colon,
        Tab,
        OpenQuote,
        Escape,
        HashInBrackets,
        OpenBracket,
        AfterBracket,
        FirstCharacter,
        ListOnOneLine,
        BlockMark,
        ListItem,
        BelowRemark,
        NoName,
        Indent,
    }

    /// <param name="above">The line above that is not empty.</param>
    public static Kind Classify(string line, string above)
    {
        if (Indent().Match(line).Value.Contains('\t'))
        {
            return Kind.Tab;
        }

        var value = Value(line);
        if (value.Length == 0)
        {
            return Kind.Indent;
        }

        return OfFirst(value) ?? OfRest(line, value, above);
    }

    /// <summary>Null when the first character of the value says nothing.</summary>
    private static Kind? OfFirst(string value) =>
        value[0] switch
        {
            '"' or '\'' => OfQuotes(value),
            '{' when value.StartsWith("{{", StringComparison.Ordinal) => Kind.Placeholder,
            '[' or '{' => OfBrackets(value),
            '@' or '`' or '%' or '*' or '&' or '!' or ']' or '}' or ',' => Kind.FirstCharacter,
            '|' or '>' => value.Length > 1 ? Kind.BlockMark : null,
            '?' when value.StartsWith("? ", StringComparison.Ordinal) => Kind.FirstCharacter,
            '-' when value.StartsWith("- ", StringComparison.Ordinal) => Kind.ListOnOneLine,
            _ => null,
        };

    private static Kind? OfQuotes(string value)
    {
        var isClosed = value.Length > 1 && value[^1] == value[0];
        return !isClosed || value[1..^1].Contains(value[0], StringComparison.Ordinal) ? Kind.OpenQuote
            : value[0] == '"' && value.Contains('\\', StringComparison.Ordinal) ? Kind.Escape
            : null;
    }

    private static Kind OfBrackets(string value)
    {
        var closing = value.IndexOf(value[0] == '[' ? ']' : '}', StringComparison.Ordinal);
        var hash = value.IndexOf(" #", StringComparison.Ordinal);
        return hash >= 0 && (closing < 0 || hash < closing) ? Kind.HashInBrackets
            : closing < 0 ? Kind.OpenBracket
            : closing < value.Length - 1 ? Kind.AfterBracket
            : Kind.None;
    }

    private static Kind OfRest(string line, string value, string above) =>
        value.Contains(": ", StringComparison.Ordinal) || value.EndsWith(':') ? Kind.Colon
        : Field().IsMatch(line) ? Kind.Indent
        : line.TrimStart().StartsWith("- ", StringComparison.Ordinal) ? Kind.ListItem
        : above.TrimStart().StartsWith('#') ? Kind.BelowRemark
        : Kind.NoName;

    /// <summary>The text after the name or dash, shortened.</summary>
    public static string ValueOf(string line) => QuotedText.Short(Value(line));

    /// <summary>The line as the author should type it.</summary>
    public static string Quoted(string line)
    {
        var value = Value(line);
        var name = line[..(line.TrimEnd().Length - value.Length)].TrimStart();
        return name + QuotedText.From(QuotedText.Short(value));
    }

    /// <summary>The same for a list in brackets: each entry with a # in quotes.</summary>
    public static string QuotedEntries(string line) => line.Trim()[..^Value(line).Length] + Entries(Value(line));

    /// <summary>The list alone; null where more than the hashtags may be wrong in it.</summary>
    public static string? EntriesInQuotes(string line) =>
        Value(line) is ['[', .. var inner, ']'] && !inner.AsSpan().ContainsAny(MoreThanWords)
            ? Entries(Value(line))
            : null;

    private static string Entries(string value) =>
        Entry().Replace(value, entry => IsBareHashtag(entry.Value) ? QuotedText.From(entry.Value) : entry.Value);

    private static bool IsBareHashtag(string entry) => entry[0] is not ('"' or '\'') && entry.Contains('#');

    /// <summary>The column at which the value begins, from 1.</summary>
    public static int ColumnOfValue(string line) => line.TrimEnd().Length - Value(line).Length + 1;

    private static string Value(string line) => line.TrimEnd()[Name().Match(line.TrimEnd()).Length..];

    [GeneratedRegex(@"^\s*(- +)*[A-Za-z0-9_.-]+:(\s|$)")]
    private static partial Regex Field();

    [GeneratedRegex(@"""[^""]*""|'[^']*'|[^\s\[\],](?:[^\[\],]*[^\s\[\],])?")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s*")]
    private static partial Regex Indent();

    [GeneratedRegex(@"^\s*(-\s+)*([A-Za-z0-9_.-]+:(\s+|$))?")]
    private static partial Regex Name();
}
