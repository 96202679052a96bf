namespace Galley.Authoring.Pulling;

/// <summary>
/// Sets top-level fields of a YAML text, line by line. All other lines stay as they are, comments and quotes too.
/// </summary>
internal static class FieldEdit
{
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
