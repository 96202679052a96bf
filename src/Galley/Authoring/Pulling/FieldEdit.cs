namespace Galley.Authoring.Pulling;

/// <summary>
/// Sets top-level fields of a YAML text, line by line. All other lines stay as they are, comments and quotes too.
/// </summary>
internal static class FieldEdit
{
    private const string Fence = "---";

    /// <summary>The same in a whole file: in the front matter of a .md file, anywhere in a .yaml file. Line ends stay.</summary>
    /// <exception cref="GalleyException">The front matter can't be found.</exception>
    public static string SetInFile(string text, string path, string name, string field)
    {
        var unix = text.ReplaceLineEndings("\n");
        var (start, end) = path.EndsWith(".yaml", StringComparison.Ordinal)
            ? (0, unix.Length)
            : FrontMatter(unix, path);
        var edited = unix[..start] + Set(unix[start..end], name, field) + unix[end..];
        return text.Contains("\r\n", StringComparison.Ordinal) ? edited.ReplaceLineEndings("\r\n") : edited;
    }

    private static (int Start, int End) FrontMatter(string text, string path)
    {
        var close = text.IndexOf($"\n{Fence}", Fence.Length, StringComparison.Ordinal);
        return text.TrimStart('\uFEFF').StartsWith(Fence, StringComparison.Ordinal) && close >= 0
            ? (text.IndexOf('\n', StringComparison.Ordinal) + 1, close + 1)
            : throw new GalleyException($"{path} does not begin with front matter between two lines of ---.");
    }

    /// <param name="yaml">Its lines end with LF.</param>
    /// <param name="field">The new text of the field with its name and a line end; empty takes the field out.</param>
    public static string Set(string yaml, string name, string field)
    {
        var lines = yaml.Split('\n').ToList();
        var start = lines.FindIndex(line => line.StartsWith($"{name}:", StringComparison.Ordinal));
        if (start < 0)
        {
            return yaml.Length == 0 || yaml.EndsWith('\n') ? yaml + field : $"{yaml}\n{field}";
        }

        var end = start + 1;
        while (end < lines.Count && IsInside(lines, end))
        {
            end++;
        }

        lines.RemoveRange(start, end - start);
        if (field.Length > 0)
        {
            lines.InsertRange(start, field.TrimEnd('\n').Split('\n'));
        }

        return string.Join('\n', lines);
    }

    /// <summary>An indented line, an item of a list, or a blank line that another of these follows.</summary>
    private static bool IsInside(List<string> lines, int at) =>
        lines[at].Length == 0
            ? at + 1 < lines.Count && IsInside(lines, at + 1)
            : lines[at][0] is ' ' or '\t' || lines[at].StartsWith("- ", StringComparison.Ordinal);
}
