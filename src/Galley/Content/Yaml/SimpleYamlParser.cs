using System.Buffers;
using Galley.Diagnostics;

namespace Galley.Content.Yaml;

/// <summary>
/// Reads the simple YAML that nearly all files use: fields with indents of spaces, each with a text on one line, a block of
/// text, or a list in brackets or with dashes. The result is the same as that of <see cref="YamlText"/>, in a tenth of the
/// time. It gives up at the first line that it is not sure about, so YamlDotNet reads every other form and every mistake.
/// </summary>
internal ref struct SimpleYamlParser
{
    /// <summary>Small enough that no text reaches the limits of YamlText.</summary>
    private const int LongestRead = 64 * 1024;

    private const int Deepest = 8;

    /// <summary>Tabs, and the characters that are line ends in YAML 1.1.</summary>
    private static readonly SearchValues<char> Unsure = SearchValues.Create("\t\r\u0085\u2028\u2029\uFEFF");

    private static readonly SearchValues<char> InNames = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
    );

    private readonly ReadOnlySpan<char> _text;
    private readonly int _firstLine;

    /// <summary>The current line: its number from 0, its start and end, and its indent.</summary>
    private int _number;
    private int _start;
    private int _end;
    private int _indent;

    private SimpleYamlParser(ReadOnlySpan<char> text, int firstLine)
    {
        _text = text;
        _firstLine = firstLine;
        _number = -1;
        _end = -1;
    }

    /// <returns>Null when it is not sure.</returns>
    public static MappingNode? TryRead(string text, int firstLine)
    {
        if (text.Length > LongestRead || text.AsSpan().ContainsAny(Unsure))
        {
            return null;
        }

        var yaml = new SimpleYamlParser(text, firstLine);
        yaml.NextLine();
        return yaml.IsAtEnd || yaml._indent != 0 ? null
            : yaml.Mapping(0, depth: 1) is { } root && yaml.IsAtEnd ? root
            : null;
    }

    private readonly bool IsAtEnd => _start > _text.Length;

    private readonly ReadOnlySpan<char> Line => _text[_start.._end];

    private readonly Position At(int offset) => new(_number + _firstLine, offset - _start + 1);

    /// <summary>Goes to the next line that is not empty and not a comment.</summary>
    private void NextLine()
    {
        do
        {
            Step();
        } while (!IsAtEnd && (_indent == _end - _start || _text[_start + _indent] == '#'));
    }

    private void Step()
    {
        _number++;
        _start = _end + 1;
        if (IsAtEnd)
        {
            _indent = -1;
            return;
        }

        var length = _text[_start..].IndexOf('\n');
        _end = length < 0 ? _text.Length : _start + length;
        var content = Line.IndexOfAnyExcept(' ');
        _indent = content < 0 ? _end - _start : content;
    }

    /// <summary>The fields from here on that have the indent <paramref name="column"/>.</summary>
    private MappingNode? Mapping(int column, int depth)
    {
        var mapping = new MappingNode(At(_start + column));
        return Fields(mapping, column, depth) ? mapping : null;
    }

    /// <summary>The first field can be on a line with a dash.</summary>
    private bool Fields(MappingNode mapping, int column, int depth)
    {
        if (depth > Deepest)
        {
            return false;
        }

        do
        {
            var nameStart = _start + column;
            var length = _text[nameStart.._end].IndexOfAnyExcept(InNames);
            if (length <= 0 || char.IsAsciiDigit(_text[nameStart]) || _text[nameStart + length] != ':')
            {
                return false;
            }

            var name = _text.Slice(nameStart, length).ToString();
            var at = At(nameStart);
            if (mapping.Find(name) is not null || Value(nameStart + length + 1, column, depth) is not { } value)
            {
                return false;
            }

            mapping.Add(new Field(name, at, value));
        } while (!IsAtEnd && _indent == column);
        return _indent < column;
    }

    /// <param name="from">Right after the colon.</param>
    /// <param name="column">The indent of the field. All lines of its value have a larger one.</param>
    private Node? Value(int from, int column, int depth)
    {
        var value = from + _text[from.._end].IndexOfAnyExcept(' ');
        if (value < from)
        {
            return Nested(column, depth);
        }

        if (value == from)
        {
            return null;
        }

        if (_text[value] == '|')
        {
            return Block(value, column);
        }

        return Single(value) is { } node && AndNoMore(column) ? node : null;
    }

    /// <summary>False for a text that continues on the next line with a larger indent.</summary>
    private bool AndNoMore(int column)
    {
        NextLine();
        return _indent <= column;
    }

    private Node? Nested(int column, int depth)
    {
        NextLine();
        if (IsAtEnd || _indent <= column)
        {
            return null;
        }

        return _text[_start + _indent] == '-' ? Sequence(_indent, depth + 1) : Mapping(_indent, depth + 1);
    }

    private SequenceNode? Sequence(int column, int depth)
    {
        var sequence = new SequenceNode(At(_start + column));
        do
        {
            if (Item(column, depth) is not { } item)
            {
                return null;
            }

            sequence.Add(item);
        } while (!IsAtEnd && _indent == column);
        return _indent < column ? sequence : null;
    }

    private Node? Item(int column, int depth)
    {
        var item = _start + column + 2;
        if (item >= _end || _text[item - 2] != '-' || _text[item - 1] != ' ' || _text[item] == ' ')
        {
            return null;
        }

        if (!IsField(item))
        {
            return Single(item) is { } node && AndNoMore(column) ? node : null;
        }

        var mapping = new MappingNode(At(item));
        return Fields(mapping, column + 2, depth + 1) ? mapping : null;
    }

    private readonly bool IsField(int from)
    {
        var length = _text[from.._end].IndexOfAnyExcept(InNames);
        return length > 0
            && _text[from + length] == ':'
            && (from + length + 1 == _end || _text[from + length + 1] == ' ');
    }

    /// <summary>A value that ends with its line.</summary>
    private readonly Node? Single(int from)
    {
        var value = _text[from.._end].TrimEnd(' ');
        return value[0] switch
        {
            '"' => Quoted(value, "\"\\") ? Scalar(from, value[1..^1], ScalarStyle.Quoted) : null,
            '\'' => Quoted(value, "'") ? Scalar(from, value[1..^1], ScalarStyle.Quoted) : null,
            '[' => List(from, value),
            _ => IsPlain(value) ? Scalar(from, value, ScalarStyle.Plain) : null,
        };
    }

    private readonly ScalarNode Scalar(int from, ReadOnlySpan<char> value, ScalarStyle style) =>
        new(At(from), value.ToString(), style);

    private static bool Quoted(ReadOnlySpan<char> value, ReadOnlySpan<char> special) =>
        value.Length > 1 && value[^1] == value[0] && !value[1..^1].ContainsAny(special);

    private static bool IsPlain(ReadOnlySpan<char> value) =>
        (
            char.IsLetterOrDigit(value[0])
            || value is "~"
            || (value[0] == '-' && value.Length > 1 && char.IsAsciiDigit(value[1]))
        )
        && value[^1] != ':'
        && value.IndexOf(": ") < 0
        && value.IndexOf(" #") < 0;

    /// <summary>A list of simple words, such as names of files and people.</summary>
    private readonly SequenceNode? List(int from, ReadOnlySpan<char> value)
    {
        if (value[^1] != ']')
        {
            return null;
        }

        var sequence = new SequenceNode(At(from));
        var inner = value[1..^1];
        if (inner.IsWhiteSpace())
        {
            return sequence;
        }

        foreach (var part in inner.Split(','))
        {
            var word = inner[part].Trim(' ');
            if (word.IsEmpty || !char.IsAsciiLetterOrDigit(word[0]) || word.ContainsAnyExcept(InWords))
            {
                return null;
            }

            var offset = from + 1 + part.Start.Value + inner[part].IndexOfAnyExcept(' ');
            sequence.Add(Scalar(offset, word, ScalarStyle.Plain));
        }

        return sequence;
    }

    private static readonly SearchValues<char> InWords = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./"
    );

    /// <summary>The lines below a <c>|</c> with a larger indent than the field.</summary>
    private ScalarNode? Block(int mark, int column)
    {
        if (!_text[mark.._end].TrimEnd(' ').SequenceEqual("|"))
        {
            return null;
        }

        var at = At(mark);
        Step();
        var left = _indent;
        if (IsAtEnd || left <= column || left == _end - _start || _text[_start + left] == '#')
        {
            return null;
        }

        var words = new System.Text.StringBuilder();
        for (; !IsAtEnd && (_indent >= left || _indent == _end - _start); Step())
        {
            // A line with only spaces is an empty line: YamlText removes the spaces.
            if (_indent < _end - _start)
            {
                words.Append(_text[(_start + left).._end]);
            }

            words.Append('\n');
        }

        if (!IsAtEnd && _text[_start + _indent] == '#')
        {
            return null;
        }

        return IsAtEnd || _indent <= column ? new ScalarNode(at, words.ToString(), ScalarStyle.Block) : null;
    }
}
