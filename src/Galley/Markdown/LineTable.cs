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
    public bool IsBlank(int line)
    {
        var end = line + 1 < _starts.Count ? _starts[line + 1] : _text.Length;
        return _text.AsSpan(_starts[line], end - _starts[line]).Trim(" \t\r\n>").IsEmpty;
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
}
