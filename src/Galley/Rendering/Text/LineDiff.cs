using System.Text;

namespace Galley.Rendering.Text;

/// <summary>Two texts with the same number of lines, as the lines that differ: the old one, then the new one.</summary>
public static class LineDiff
{
    public static string Write(string path, string before, string after, Palette palette)
    {
        var text = new StringBuilder().Append(palette.Place(VisibleText.From(path))).Append('\n');
        var (old, changed) = (Lines(before), Lines(after));
        for (var index = 0; index < Math.Min(old.Length, changed.Length); index++)
        {
            if (old[index] != changed[index])
            {
                text.Append("  ").Append(palette.Removed($"{index + 1} - {VisibleText.From(old[index])}")).Append('\n');
                text.Append("  ")
                    .Append(palette.Added($"{index + 1} + {VisibleText.From(changed[index])}"))
                    .Append('\n');
            }
        }

        return text.ToString();
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
