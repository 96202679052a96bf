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
    private const int LongestRead = 64 * 1024;

    /// <summary>Lines and commas: few enough that no text reaches the limits of YamlText.</summary>
    private const int MostParts = 1000;

    private const int Deepest = 8;

    /// <summary>Tabs, and the characters that are line ends in YAML 1.1.</summary>
    private static readonly SearchValues<char> Unsure = SearchValues.Create("\t\r\u0085\u2028\u2029\uFEFF");

    private readonly ReadOnlySpan<char> _text;
    private readonly int _firstLine;

    /// <summary>The current line: its number from 0, its start and end, and its indent.</summary>
    private int _number;
    private int _start;
    private int _end;
    private int _indent;

    private bool _hasHashtag;

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
        var all = text.AsSpan();
        if (text.Length > LongestRead || all.ContainsAny(Unsure) || all.Count('\n') + all.Count(',') > MostParts)
        {
            return null;
        }

        var yaml = new SimpleYamlParser(text, firstLine);
        yaml.NextLine();
        return yaml.IsAtEnd || yaml._indent != 0 ? null
            : yaml.Mapping(0, depth: 1) is { } root && yaml.IsAtEnd && !yaml._hasHashtag ? root
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
            _hasHashtag |= IsHashtag();
        } while (!IsAtEnd && (_indent == _end - _start || _text[_start + _indent] == '#'));
    }

    /// <summary>A comment that may be the lost end of the text above: YamlText tells the author.</summary>
    private readonly bool IsHashtag() =>
        _indent > 0
        && _indent < _end - _start - 1
        && _text[_start + _indent] == '#'
        && _text[_start + _indent + 1] is not ' ';

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
            var name = SimpleValueParser.Name(_text[nameStart.._end]).ToString();
            var at = At(nameStart);
            if (
                name.Length == 0
                || mapping.Find(name) is not null
                || Value(nameStart + name.Length + 1, column, depth) is not { } value
            )
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

        if (_text[value] is '|' or '>')
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
        if (IsAtEnd || _indent < column || (_indent == column && !IsItem))
        {
            return null;
        }

        return _text[_start + _indent] == '-'
            ? Sequence(_indent, depth + 1, isFlush: _indent == column)
            : Mapping(_indent, depth + 1);
    }

    private readonly bool IsItem => _text[(_start + _indent).._end].StartsWith("- ");

    /// <param name="isFlush">Its dashes are right below the name of its field, and a field can follow there.</param>
    private SequenceNode? Sequence(int column, int depth, bool isFlush)
    {
        var sequence = new SequenceNode(At(_start + column));
        do
        {
            if (Item(column, depth) is not { } item)
            {
                return null;
            }

            sequence.Add(item);
        } while (!IsAtEnd && _indent == column && (!isFlush || IsItem));
        return _indent < column || (isFlush && _indent == column) ? sequence : null;
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
        var name = SimpleValueParser.Name(_text[from.._end]);
        var after = from + name.Length + 1;
        return !name.IsEmpty && (after == _end || _text[after] == ' ');
    }

    private readonly Node? Single(int from) => SimpleValueParser.TryRead(Line, _number + _firstLine, from - _start);

    /// <summary>The lines below a <c>|</c> or <c>&gt;</c> with a larger indent than the field.</summary>
    private ScalarNode? Block(int mark, int column)
    {
        // Whether line ends after the text are kept makes no difference: nobody sees them.
        if (_text[mark.._end].TrimEnd(' ') is not ("|" or "|-" or ">" or ">-"))
        {
            return null;
        }

        var (at, isFolded) = (At(mark), _text[mark] == '>');
        Step();
        var left = _indent;
        if (IsAtEnd || left <= column || left == _end - _start)
        {
            return null;
        }

        var words = isFolded ? Folded(left) : Lines(left);
        if (words is null || (!IsAtEnd && _text[_start + _indent] == '#'))
        {
            return null;
        }

        return IsAtEnd || _indent <= column ? new ScalarNode(at, words, ScalarStyle.Block) : null;
    }

    private string Lines(int left)
    {
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

        return words.ToString();
    }

    /// <summary>One paragraph: empty lines and lines that are set in have rules of their own.</summary>
    private string? Folded(int left)
    {
        var words = new System.Text.StringBuilder();
        for (; !IsAtEnd && _indent == left && left < _end - _start; Step())
        {
            if (_text[_end - 1] == ' ')
            {
                return null;
            }

            words.Append(words.Length == 0 ? "" : " ").Append(_text[(_start + left).._end]);
        }

        return IsAtEnd || (_indent < left && _indent < _end - _start) ? words.ToString() : null;
    }
}
