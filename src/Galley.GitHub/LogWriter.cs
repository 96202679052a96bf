using System.Text;

namespace Galley.GitHub;

/// <summary>
/// A job's log in which no content can give the runner orders. The runner obeys a line that begins with <c>::</c> (after
/// blanks), and <c>##[</c> anywhere: both are broken with a word joiner. Galley's own orders go past this, through <see cref="Command"/>.
/// </summary>
public sealed class LogWriter(TextWriter inner) : TextWriter
{
    private const char Joiner = '\u2060';

    private readonly Lock _lock = new();
    private bool _isAtStart = true;
    private char _last;
    private char _beforeLast;

    public override Encoding Encoding => inner.Encoding;

    /// <summary>Writes workflow commands as they are.</summary>
    /// <param name="lines">Whole lines, already escaped.</param>
    public void Command(string lines)
    {
        lock (_lock)
        {
            if (_last is not ('\0' or '\n'))
            {
                inner.Write('\n');
            }

            inner.Write(lines);
            (_isAtStart, _last, _beforeLast) = (true, '\n', '\0');
        }
    }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_lock)
        {
            inner.Write(Safe(buffer));
        }
    }

    public override void Flush() => inner.Flush();

    private string Safe(ReadOnlySpan<char> text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (IsOrder(unit))
            {
                safe.Append(Joiner);
            }

            safe.Append(unit);
            _isAtStart = unit is '\n' or '\r' || (_isAtStart && (char.IsWhiteSpace(unit) || unit == ':'));
            (_beforeLast, _last) = (_last, unit);
        }

        return safe.ToString();
    }

    private bool IsOrder(char unit) =>
        (_isAtStart && unit == ':' && _last == ':') || (unit == '[' && _last == '#' && _beforeLast == '#');
}
