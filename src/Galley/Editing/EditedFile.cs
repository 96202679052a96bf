using Galley.Diagnostics;

namespace Galley.Editing;

/// <summary>A content file as it stands in an editor, half typed as it may be, and what is at a place of it.</summary>
internal sealed class EditedFile
{
    private const string Fence = "---";

    private readonly string[] _lines;

    /// <summary>The lines of YAML, from 0: the front matter, or all of it.</summary>
    private readonly Range _yaml;

    public EditedFile(string path, string text)
    {
        _lines = text.ReplaceLineEndings("\n").Split('\n');
        _yaml = path.EndsWith(".md", StringComparison.Ordinal) ? FrontMatter(_lines) : Range.All;
    }

    /// <summary>Empty for a line that the file does not have.</summary>
    public string Line(int number) => number >= 1 && number <= _lines.Length ? _lines[number - 1] : "";

    /// <summary>Where the word at a place ends.</summary>
    public Position EndOfWord(Position at)
    {
        var line = Line(at.Line);
        var start = Math.Min(at.Column - 1, line.Length);
        var length = line.AsSpan(start).IndexOfAny(' ', '\t');
        return at with { Column = (length < 0 ? line.Length : start + length) + 1 };
    }

    /// <summary>What somebody types at a place.</summary>
    public Cursor At(Position at)
    {
        var before = Line(at.Line)[..Math.Clamp(at.Column - 1, 0, Line(at.Line).Length)];
        if (!IsYaml(at.Line))
        {
            return Cursor.InText(before);
        }

        var typed = YamlLine.Parse(before);
        var parents = Parents(at.Line, typed.Indent);
        return parents is null
            ? Cursor.InText(before)
            : new Cursor([.. parents, .. typed.Outer], typed.Field, typed.Value, before, false);
    }

    /// <summary>The fields that stand beside a line, at the same depth.</summary>
    public IEnumerable<string> Siblings(int line)
    {
        var indent = YamlLine.Parse(Line(line)).Indent;
        return Around(line, -1, indent).Concat(Around(line, 1, indent));
    }

    private IEnumerable<string> Around(int line, int step, int indent)
    {
        for (var number = line + step; IsYaml(number) && Line(number) is var text; number += step)
        {
            var parsed = YamlLine.Parse(text);
            if (text.Trim().Length == 0 || parsed.Indent > indent)
            {
                continue;
            }

            if (parsed.Indent < indent || parsed.BeginsItem && step > 0)
            {
                yield break;
            }

            if (parsed.Field is { } field)
            {
                yield return field;
            }

            if (parsed.BeginsItem)
            {
                yield break;
            }
        }
    }

    private bool IsYaml(int line)
    {
        var (start, length) = _yaml.GetOffsetAndLength(_lines.Length);
        return line > start && line <= start + length;
    }

    /// <summary>The names of the groups that a line is in, outermost first. Null within a text of several lines.</summary>
    private List<string>? Parents(int line, int indent)
    {
        var parents = new List<string>();
        for (var number = line - 1; IsYaml(number) && indent > 0; number--)
        {
            var above = YamlLine.Parse(Line(number));
            if (Line(number).Trim().Length == 0 || above.Indent >= indent || above.Field is null)
            {
                continue;
            }

            if (above.Value.TrimStart() is ['|' or '>', ..])
            {
                return null;
            }

            parents.Insert(0, above.Field);
            // The name behind a dash is one of the item's fields; its list's name stands further to the left.
            indent = above.BeginsItem ? above.Indent - 1 : above.Indent;
        }

        return parents;
    }

    private static Range FrontMatter(string[] lines)
    {
        if (lines[0].TrimEnd() != Fence)
        {
            return 0..0;
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        return 1..(end < 0 ? lines.Length : end);
    }
}
