using Galley.Diagnostics;

namespace Galley.Markdown;

/// <summary>The lines of a text: where each begins, and which are blank.</summary>
internal sealed class LineTable
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public LineTable(string text)
    {
        this._text = text;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            _starts.Add(end + 1);
        }
    }

    public static Position PositionOf(string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return new Position(before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    /// <summary>Counted from 0.</summary>
    public int LineOf(int offset)
    {
        var found = _starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    public Position PositionOf(int offset)
    {
        var line = LineOf(Math.Clamp(offset, 0, _text.Length));
        return new Position(line + 1, offset - _starts[line] + 1);
    }

    /// <summary>Nothing on it but space and the marks of the quotations that it is in.</summary>
    public bool IsBlank(int line) => TextOf(line).Trim(" \t\r\n>").IsEmpty;

    /// <summary>How many spaces a line begins with, behind the marks of the quotations that it is in.</summary>
    public int MarginOf(int line)
    {
        var text = TextOf(line);
        var quote = text.Length - text.TrimStart(" \t>").Length;
        var behind = text[..quote].LastIndexOf('>');
        // The first space behind a > belongs to it.
        var space = behind < 0 ? text[..quote] : text[(behind + 1)..quote][(behind + 1 < quote ? 1 : 0)..];
        return space.Length + (3 * space.Count('\t'));
    }

    /// <summary>The most blank lines in a row between two lines.</summary>
    public int BlankLinesBetween(int above, int below)
    {
        int most = 0,
            run = 0;
        for (var line = above + 1; line < below; line++)
        {
            run = IsBlank(line) ? run + 1 : 0;
            most = Math.Max(most, run);
        }

        return most;
    }

    private ReadOnlySpan<char> TextOf(int line)
    {
        if (line >= _starts.Count)
        {
            return [];
        }

        var end = line + 1 < _starts.Count ? _starts[line + 1] : _text.Length;
        return _text.AsSpan(_starts[line], end - _starts[line]);
    }
}
