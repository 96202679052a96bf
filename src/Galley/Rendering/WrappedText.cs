using System.Text;

namespace Galley.Rendering;

/// <summary>A text broken between its words, its further lines set in as far as the first begins.</summary>
internal static class WrappedText
{
    /// <summary>Below this, words would stand one on a line.</summary>
    private const int Narrowest = 20;

    /// <param name="indent">The column, from 0, that the text begins in.</param>
    public static string Wrap(string text, int indent, int width)
    {
        var room = Math.Max(Narrowest, width - indent);
        if (text.Length <= room)
        {
            return text;
        }

        var output = new StringBuilder(text.Length);
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > room)
            {
                output.Append('\n').Append(' ', indent);
                used = 0;
            }
            else if (output.Length > 0)
            {
                output.Append(' ');
                used++;
            }

            output.Append(word);
            used += word.Length;
        }

        return output.ToString();
    }
}
