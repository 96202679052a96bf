namespace Galley.Markdown;

/// <summary>Quotes an author's words in messages: shortened, and without what nobody sees.</summary>
internal static class Quotes
{
    private const int LongestWords = 60;
    private const int LongestLine = 160;
    private const int MostWords = 3;
    private const int MostLines = 10;

    /// <summary><c>"a", "b" and 3 more</c>.</summary>
    public static string List(IEnumerable<string> words)
    {
        var quoted = words.Select(Words).Distinct().ToArray();
        return quoted.Length switch
        {
            1 => quoted[0],
            <= MostWords => $"{string.Join(", ", quoted[..^1])} and {quoted[^1]}",
            _ => $"{string.Join(", ", quoted[..MostWords])} and {quoted.Length - MostWords} more",
        };
    }

    /// <summary>Its first line.</summary>
    public static string Words(string words) => Quote(words.Trim().Split('\n')[0], LongestWords);

    /// <summary>A sentence with the lines that parts of a text stand on.</summary>
    public static string WillRead(string output, IEnumerable<Range> parts)
    {
        var lines = parts.SelectMany(part => LinesOf(output, part)).Distinct().ToArray();
        return lines.Length switch
        {
            0 => "Nothing is left of it.",
            1 => $"The line will read: {Quote(lines[0], LongestLine)}.",
            _ => $"The lines will read: {List(lines)}.",
        };
    }

    private static IEnumerable<string> LinesOf(string output, Range part)
    {
        var (start, end) = (part.Start.Value, Math.Min(part.End.Value, output.Length));
        while (start < end && output[start] == '\n')
        {
            start++;
        }

        var first = output.AsSpan(0, Math.Min(start, output.Length)).LastIndexOf('\n') + 1;
        var last = output.IndexOf('\n', end);
        return output[first..(last < 0 ? output.Length : last)].Split('\n').Where(line => line.Trim().Length > 0);
    }

    private static string List(string[] lines)
    {
        var shown = string.Join("; ", lines.Take(MostLines).Select(line => Quote(line, LongestLine)));
        return lines.Length <= MostLines ? shown : $"{shown}; and {lines.Length - MostLines} more";
    }

    private static string Quote(string text, int longest)
    {
        var visible = HiddenCharacters.Without(text.Trim());
        var length = visible.Length <= longest ? visible.Length : longest;
        // Half a surrogate pair is no character.
        length -= length > 0 && length < visible.Length && char.IsHighSurrogate(visible[length - 1]) ? 1 : 0;
        return $"\"{visible.AsSpan(0, length)}{(length < visible.Length ? "…" : "")}\"";
    }
}
