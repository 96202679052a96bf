using System.Text.RegularExpressions;

namespace Galley.Content.Yaml;

/// <summary>Guesses which of the common mistakes is in the line at which the parser stopped.</summary>
internal static partial class SyntaxHint
{
    private const int Shown = 60;

    public enum Kind
    {
        None,
        Placeholder,
        Colon,
        Tab,
        OpenQuote,
        OpenBracket,
        FirstCharacter,
    }

    public static Kind Classify(string line)
    {
        if (Indent().Match(line).Value.Contains('\t'))
        {
            return Kind.Tab;
        }

        var value = Value(line);
        if (value.Length == 0 || value[0] is '|' or '>')
        {
            return Kind.None;
        }

        if (value[0] is '"' or '\'')
        {
            return
                value.Length > 1 && value[^1] == value[0] && !value[1..^1].Contains(value[0], StringComparison.Ordinal)
                ? Kind.None
                : Kind.OpenQuote;
        }

        if (value.StartsWith("{{", StringComparison.Ordinal))
        {
            return Kind.Placeholder;
        }

        if (value[0] is '[' or '{')
        {
            return value.Contains(value[0] == '[' ? ']' : '}', StringComparison.Ordinal) ? Kind.None : Kind.OpenBracket;
        }

        if (value[0] is '@' or '`' or '%' or '*' or '&' or '!' or ']' or '}' or ',')
        {
            return Kind.FirstCharacter;
        }

        return value.Contains(": ", StringComparison.Ordinal) || value.EndsWith(':') ? Kind.Colon : Kind.None;
    }

    /// <summary>The text after the name or dash, shortened.</summary>
    public static string ValueOf(string line) =>
        Value(line) is { Length: > Shown } value ? value[..Shown] + "…" : Value(line);

    /// <summary>The line as the author should type it.</summary>
    public static string Quoted(string line)
    {
        var value = Value(line);
        var name = line[..(line.TrimEnd().Length - value.Length)].TrimStart();
        var escaped = value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return value.Length > Shown ? $"{name}\"{escaped[..Shown]}…\"" : $"{name}\"{escaped}\"";
    }

    private static string Value(string line) => line.TrimEnd()[Name().Match(line.TrimEnd()).Length..];

    [GeneratedRegex(@"^\s*")]
    private static partial Regex Indent();

    [GeneratedRegex(@"^\s*(-\s+)*([A-Za-z0-9_.-]+:(\s+|$))?")]
    private static partial Regex Name();
}
