using System.Text;
using Galley.Content.Documents;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Authoring.Import;

/// <summary>How a body is written so that LinkedIn shows exactly the words that are wanted.</summary>
/// <param name="Format">Null: Markdown, which is what a file means when it says nothing.</param>
internal sealed record ExactText(string Body, TextFormat? Format)
{
    /// <summary>With the line ends and without the blank lines that reading a file changes.</summary>
    public static string Normal(string words) => BodyText.From(words.ReplaceLineEndings("\n"), 1).Text;

    /// <summary>What reads best of: as it stands; as plain text; as Markdown with every mark escaped. Null when none of them shows the words.</summary>
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
        return rendered.Text == words && rendered.Problems.All(problem => problem.Code == PostCodes.MarksDropped);
    }

    private static string Escaped(string words) => string.Join('\n', words.Split('\n').Select(EscapedLine));

    private static string EscapedLine(string line)
    {
        var start = line.Length - line.AsSpan().TrimStart().Length;
        var end = line.AsSpan().TrimEnd().Length;
        var escaped = new StringBuilder();
        for (var at = 0; at < line.Length; at++)
        {
            // White space at a line's ends is Markdown's, unless it is written as what it is called.
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
