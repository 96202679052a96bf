using System.Text;

namespace Galley.Rendering;

/// <summary>
/// A text broken between its words. What stands between backticks is one word, where a line has room for it: people copy it.
/// </summary>
public static class WrappedText
{
    /// <summary>Below this, words would stand one on a line.</summary>
    private const int Narrowest = 20;

    /// <param name="indent">The column, from 0, that the text and its further lines begin in.</param>
    public static string Wrap(string text, int indent, int width) => Wrap(text, indent, indent, width);

    /// <param name="start">The column, from 0, that the text begins in.</param>
    /// <param name="indent">The column that its further lines begin in.</param>
    public static string Wrap(string text, int start, int indent, int width)
    {
        if (start + text.Length <= width)
        {
            return text;
        }

        var room = Math.Max(Narrowest, width - indent);
        var output = new StringBuilder(text.Length);
        var used = start - indent;
        var isFirst = true;
        foreach (var word in Words(text, room))
        {
            if (!isFirst && used + 1 + word.Length > room)
            {
                output.Append('\n').Append(' ', indent);
                used = 0;
            }
            else if (!isFirst)
            {
                output.Append(' ');
                used++;
            }

            output.Append(word);
            used += word.Length;
            isFirst = false;
        }

        return output.ToString();
    }

    private static IEnumerable<string> Words(string text, int room)
    {
        var parts = text.Split(' ');
        for (var first = 0; first < parts.Length; )
        {
            var (last, length) = (first, parts[first].Length);
            while (IsOpen(parts, first, last) && last + 1 < parts.Length)
            {
                last++;
                length += 1 + parts[last].Length;
            }

            // Without its end, or too long for a line, it is as many words as it has.
            last = length > room || IsOpen(parts, first, last) ? first : last;
            yield return string.Join(' ', parts[first..(last + 1)]);
            first = last + 1;
        }
    }

    /// <summary>Whether a backtick before the end of these words still waits for its partner.</summary>
    private static bool IsOpen(string[] parts, int first, int last) =>
        parts[first..(last + 1)].Sum(part => part.Count(unit => unit == '`')) % 2 == 1;
}
