using System.Text;
using Galley.Rendering;

namespace Galley.Cli.Hosting;

/// <summary>
/// A terminal on which lines end between words, and go on as far to the right as they began. Text with orders for the
/// terminal (colours, cursor movements) was fitted by whoever wrote it, and stays as it is, with the rest of its line.
/// </summary>
internal sealed class WrappingWriter(TextWriter inner, int width) : TextWriter
{
    private const char Escape = '\u001b';

    private readonly Lock _lock = new();

    /// <summary>Of the line under way.</summary>
    private int _column;

    private int _indent;

    /// <summary>Whether the line under way was fitted by whoever writes it. After a cursor movement no count says where it ends.</summary>
    private bool _isFitted;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_lock)
        {
            while (buffer.IndexOf('\n') is >= 0 and var end)
            {
                WritePart(buffer[..end]);
                inner.Write('\n');
                BeginLine();
                buffer = buffer[(end + 1)..];
            }

            WritePart(buffer);
        }
    }

    public override void Flush() => inner.Flush();

    /// <summary>The same answers. The Enter behind each one has ended the line that asked.</summary>
    public TextReader Answers(Lazy<TextReader> typed) => new Answered(this, typed);

    private void AfterEnter()
    {
        lock (_lock)
        {
            BeginLine();
        }
    }

    private void BeginLine()
    {
        _column = 0;
        _isFitted = false;
    }

    /// <summary>Part of a line, or all of it.</summary>
    private void WritePart(ReadOnlySpan<char> part)
    {
        if (_column == 0)
        {
            _indent = part.Length - part.TrimStart(' ').Length;
        }

        _isFitted |= part.Contains(Escape);
        if (part.IsEmpty || _isFitted)
        {
            inner.Write(part);
            return;
        }

        var blanks = _column == 0 ? _indent : 0;
        var text = WrappedText.Wrap(part[blanks..].ToString(), _column + blanks, _indent, width);
        inner.Write(part[..blanks]);
        inner.Write(text);
        _column = text.LastIndexOf('\n') is >= 0 and var last ? text.Length - last - 1 : _column + blanks + text.Length;
    }

    private sealed class Answered(WrappingWriter writer, Lazy<TextReader> typed) : TextReader
    {
        public override string? ReadLine()
        {
            var line = typed.Value.ReadLine();
            writer.AfterEnter();
            return line;
        }

        public override int Peek() => typed.Value.Peek();

        public override int Read() => typed.Value.Read();
    }
}
