using System.Text;
using Galley.Content.Documents;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Authoring.Import.Rows;

/// <summary>A body written so that LinkedIn shows exactly the given words.</summary>
/// <param name="Format">Null: Markdown, the default of a file.</param>
internal sealed record ExactText(string Body, TextFormat? Format)
{
    /// <summary>With the line ends and without the blank lines that reading a file changes.</summary>
    public static string Normal(string words) => BodyText.From(words.ReplaceLineEndings("\n"), 1).Text;

    /// <summary>
    /// The most readable form that shows the words: as they are; as plain text; as Markdown with every mark escaped. Null if none does.
    /// </summary>
    /// <param name="words">In their normal form.</param>
    public static ExactText? From(string words)
    {
        if (Shows(words, words, TextFormat.Markdown))
        {
            return new ExactText(words, null);
        }

        if (Shows(words, words, TextFormat.Plain))
        {
            return new ExactText(words, TextFormat.Plain);
        }

        var escaped = Escaped(words);
        return Shows(words, escaped, TextFormat.Markdown) ? new ExactText(escaped, null) : null;
    }

    private static bool Shows(string words, string body, TextFormat format)
    {
        if (Normal(body) != body)
        {
            return false;
        }

        var rendered = LinkedInText.Render(body, format, PlaceholderValues.None);
        return rendered.Text == words && rendered.Problems.All(problem => problem.Code == TextCodes.MarksDropped);
    }

    private static string Escaped(string words) => string.Join('\n', words.Split('\n').Select(EscapedLine));

    private static string EscapedLine(string line)
    {
        var start = line.Length - line.AsSpan().TrimStart().Length;
        var end = line.AsSpan().TrimEnd().Length;
        var escaped = new StringBuilder();
        for (var at = 0; at < line.Length; at++)
        {
            // Markdown drops white space at the ends of a line, unless it is written as an entity.
            if (at < start || at >= end)
            {
                escaped.Append($"&#{(int)line[at]};");
            }
            else if (char.IsAscii(line[at]) && (char.IsPunctuation(line[at]) || char.IsSymbol(line[at])))
            {
                escaped.Append('\\').Append(line[at]);
            }
            else
            {
                escaped.Append(line[at]);
            }
        }

        return escaped.ToString();
    }
}
