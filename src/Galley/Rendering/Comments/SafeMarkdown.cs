using System.Buffers;
using System.Globalization;
using System.Text;

namespace Galley.Rendering.Comments;

/// <summary>
/// Content's text as Markdown that GitHub shows letter by letter. Nothing in it formats, links, mentions, hides or ends
/// what surrounds it: characters that mean something are entities, and what GitHub links after it has decoded those
/// (@name, #123, GH-123, addresses, :emoji:) is broken with a word joiner, which nobody sees.
/// </summary>
internal static class SafeMarkdown
{
    private static readonly SearchValues<char> InEmoji = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-"
    );

    private const char Joiner = '\u2060';
    private const string Meaningful = "\"#$&*<>@[\\]^_`{|}~";

    /// <summary>What means something only as a line's first character.</summary>
    private const string MeaningfulFirst = "+-=:";

    /// <summary>On one line, for sentences, headings and table cells.</summary>
    public static string Inline(string text, int longest = 200) => EscapedLine(Excerpt.Clip(OneLine(text), longest));

    /// <summary>A blockquote: one paragraph whose lines break where the text's do.</summary>
    public static string Quote(string text)
    {
        var lines = VisibleText.Lines(text).Select(EscapedLine).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines.Count == 0 ? "" : "> " + string.Join("\\\n> ", lines) + "\n";
    }

    /// <summary>A command to copy, in a code span. Not for table cells: there a <c>|</c> would end it.</summary>
    public static string Code(string text)
    {
        var line = OneLine(text);
        if (line.Length == 0)
        {
            return "";
        }

        var ticks = new string('`', LongestRun(line, '`') + 1);
        var pad = line[0] is '`' or ' ' || line[^1] is '`' or ' ' ? " " : "";
        return ticks + pad + line + pad + ticks;
    }

    /// <summary>A command to copy, in a block of its own.</summary>
    public static string Block(string text)
    {
        var line = OneLine(text);
        var fence = new string('`', Math.Max(3, LongestRun(line, '`') + 1));
        return $"{fence}\n{line}\n{fence}\n";
    }

    /// <summary>Lines to copy, in a block of their own that nothing inside can close.</summary>
    /// <param name="info">The block's language; <c>suggestion</c> is GitHub's.</param>
    public static string Fenced(string info, string text)
    {
        // A suggestion is taken over as it stands, and is never part of what a job prints.
        var isShown = info != "suggestion";
        var body = string.Concat(VisibleText.Lines(text).Select(line => (isShown ? NoCommand(line) : line) + "\n"));
        var fence = new string('`', Math.Max(3, LongestRun(body, '`') + 1));
        return $"{fence}{info}\n{body}{fence}\n";
    }

    /// <summary>A line that a runner of GitHub Actions does not take for a workflow command.</summary>
    private static string NoCommand(string line)
    {
        var start = line.Length - line.TrimStart().Length;
        return line.AsSpan(start).StartsWith("::", StringComparison.Ordinal)
            ? line.Insert(start + 1, $"{Joiner}")
            : line;
    }

    /// <summary>A file's path as a part of an address.</summary>
    public static string UrlPath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>One of our own sentences: what stands between backticks in it becomes code, all else text.</summary>
    public static string Sentence(string text, int longest = 500)
    {
        var parts = Excerpt.Clip(OneLine(text), longest).Split('`');
        // Two runs of backticks that touch would be read as one longer run.
        return string.Concat(
            parts.Select(
                (part, i) =>
                    i % 2 == 0 ? EscapedLine(part) + (part.Length == 0 && i > 0 && i < parts.Length - 1 ? " " : "")
                    : i == parts.Length - 1 ? "&#96;" + EscapedLine(part)
                    // Empty code is nothing: what it parts must not meet.
                    : part.Length == 0 ? Joiner.ToString()
                    : Code(part)
            )
        );
    }

    public static int LongestRun(string text, char of)
    {
        var (longest, run) = (0, 0);
        foreach (var unit in text)
        {
            run = unit == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string OneLine(string text) => string.Join(' ', VisibleText.Lines(text));

    private static string EscapedLine(string line)
    {
        var text = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            if (IsMeaningful(line, i) || IsSpaceThatVanishes(line, i))
            {
                text.Append(CultureInfo.InvariantCulture, $"&#{(int)line[i]};");
            }
            else
            {
                text.Append(line[i]);
            }

            if (WouldLink(line, i))
            {
                text.Append(Joiner);
            }
        }

        return text.ToString();
    }

    private static bool IsMeaningful(string line, int i) =>
        Meaningful.Contains(line[i], StringComparison.Ordinal)
        || (i == 0 && MeaningfulFirst.Contains(line[i], StringComparison.Ordinal))
        // "1." and "1)" begin a list.
        || (line[i] is '.' or ')' && i > 0 && line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0);

    private static bool IsSpaceThatVanishes(string line, int i) =>
        char.IsWhiteSpace(line[i]) && (line[i] != ' ' || i == 0 || i == line.Length - 1);

    private static bool WouldLink(string line, int i) =>
        line[i] switch
        {
            '@' or '\uFF20' or '\uFE6B' or '#' or '\uFF03' or '\uFE5F' => true,
            // Of an address, or of an :emoji:. A time is left alone: people copy it.
            ':' => i + 1 < line.Length && (line[i + 1] == '/' || BeginsEmoji(line, i + 1)),
            'h' or 'H' => i > 0 && line[i - 1] is 'g' or 'G' && i + 1 < line.Length && line[i + 1] == '-',
            'w' or 'W' => i > 0 && line[i - 1] is ('w' or 'W') && i + 1 < line.Length && line[i + 1] == '.',
            _ => false,
        };

    /// <summary>Whether a colon ends the word; what follows the line may be one of ours.</summary>
    private static bool BeginsEmoji(string line, int from)
    {
        var word = line.AsSpan(from);
        var end = word.IndexOfAnyExcept(InEmoji);
        word = end < 0 ? word : word[..end];
        return word.IndexOfAnyExceptInRange('0', '9') >= 0 && (end < 0 || line[from + end] == ':');
    }
}
