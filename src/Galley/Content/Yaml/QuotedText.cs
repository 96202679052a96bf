namespace Galley.Content.Yaml;

/// <summary>A text as YAML on one line, in the quotes that need the fewest changes.</summary>
internal static class QuotedText
{
    private const int Longest = 60;

    public static string From(string text) =>
        text.AsSpan().IndexOfAny('"', '\\') < 0 ? $"\"{text}\""
        : !text.Contains('\'', StringComparison.Ordinal) ? $"'{text}'"
        : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>For a message: one line, and not too long.</summary>
    public static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > Longest ? line[..Longest] + "…" : line;
    }
}
