using System.Buffers;
using System.Text;
using Galley.Diagnostics;

namespace Galley.Content.Yaml;

/// <summary>
/// The part of <see cref="SimpleYamlParser"/> that reads a value which ends with its line, or before a comment there: a text with or
/// without quotes, or a list or fields in brackets. It, too, gives up where it is not sure.
/// </summary>
internal ref struct SimpleValueParser
{
    private const int Deepest = 8;

    private static readonly SearchValues<char> InNames = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
    );

    private readonly ReadOnlySpan<char> _line;
    private readonly int _number;
    private int _at;

    private SimpleValueParser(ReadOnlySpan<char> line, int number, int from)
    {
        _line = line;
        _number = number;
        _at = from;
    }

    /// <param name="line">All of the line that the value is on.</param>
    /// <param name="number">The line's, in the file.</param>
    /// <param name="from">Where the value begins; no space.</param>
    public static Node? TryRead(ReadOnlySpan<char> line, int number, int from)
    {
        var value = new SimpleValueParser(line, number, from);
        return value.Value(isInBrackets: false, depth: 1) is { } node && value.IsAllRead() ? node : null;
    }

    /// <summary>A field's name that begins here, without its colon; empty for none.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(InNames);
        return length <= 0 || char.IsAsciiDigit(text[0]) || text[length] != ':' ? [] : text[..length];
    }

    private readonly Position Here => new(_number, _at + 1);

    private readonly char Next => _at < _line.Length ? _line[_at] : '\0';

    /// <summary>A # with a digit or a word right behind it may be text that YAML drops: YamlText tells the author.</summary>
    private readonly bool IsAllRead()
    {
        var rest = _line[_at..];
        var hash = rest.IndexOfAnyExcept(' ');
        return hash < 0
            || (
                hash > 0
                && rest.Length > hash + 2
                && rest[hash..].StartsWith("# ")
                && char.IsAsciiLetter(rest[hash + 2])
            );
    }

    private Node? Value(bool isInBrackets, int depth) =>
        Next switch
        {
            '"' => Quoted('"'),
            '\'' => Quoted('\''),
            '[' => depth > Deepest ? null : List(depth),
            '{' => depth > Deepest ? null : Fields(depth),
            _ => isInBrackets ? PlainInBrackets() : Plain(),
        };

    private ScalarNode? Plain()
    {
        var rest = _line[_at..];
        var comment = rest.IndexOf(" #");
        return Plain((comment < 0 ? rest : rest[..comment]).TrimEnd(' '));
    }

    private ScalarNode? PlainInBrackets()
    {
        var end = _at;
        for (; end < _line.Length && _line[end] is not (',' or ']' or '}'); end++)
        {
            if (_line[end] is '[' or '{' or '"' or '#' or '\\' || (_line[end] == ':' && !IsInWord(end + 1)))
            {
                return null;
            }
        }

        return Plain(_line[_at..end].TrimEnd(' '));
    }

    /// <summary>As in <c>10:00</c> and <c>https://example.com</c>.</summary>
    private readonly bool IsInWord(int after) =>
        after < _line.Length && (char.IsAsciiLetterOrDigit(_line[after]) || _line[after] == '/');

    private ScalarNode? Plain(ReadOnlySpan<char> value)
    {
        if (
            value.IsEmpty
            || !(
                char.IsLetterOrDigit(value[0])
                || value is "~"
                || (value[0] == '-' && value.Length > 1 && char.IsAsciiDigit(value[1]))
            )
            || value[^1] == ':'
            || value.IndexOf(": ") >= 0
        )
        {
            return null;
        }

        var node = new ScalarNode(Here, value.ToString(), ScalarStyle.Plain);
        _at += value.Length;
        return node;
    }

    /// <summary>Of the escapes only those for the quote and the backslash.</summary>
    private ScalarNode? Quoted(char quote)
    {
        var (at, start, escape) = (Here, _at + 1, quote == '"' ? '\\' : '\'');
        StringBuilder? text = null;
        for (_at = start; _at < _line.Length; _at++)
        {
            var isEscape =
                _line[_at] == escape
                && _at + 1 < _line.Length
                && _line[_at + 1] is var next
                && (next == quote || next == escape);
            if (isEscape)
            {
                (text ??= new StringBuilder()).Append(_line[start.._at]);
                start = ++_at;
            }
            else if (_line[_at] == quote)
            {
                var rest = _line[start.._at++];
                return new ScalarNode(
                    at,
                    text is null ? rest.ToString() : text.Append(rest).ToString(),
                    ScalarStyle.Quoted
                );
            }
            else if (_line[_at] == escape)
            {
                return null;
            }
        }

        return null;
    }

    private SequenceNode? List(int depth)
    {
        var list = new SequenceNode(Here);
        Skip();
        if (Next == ']')
        {
            _at++;
            return list;
        }

        while (Value(isInBrackets: true, depth + 1) is { } item)
        {
            list.Add(item);
            if (IsLast(']') is not { } isLast)
            {
                return null;
            }

            if (isLast)
            {
                return list;
            }
        }

        return null;
    }

    private MappingNode? Fields(int depth)
    {
        var fields = new MappingNode(Here);
        Skip();
        while (Field(fields, depth) is { } field)
        {
            fields.Add(field);
            if (IsLast('}') is not { } isLast)
            {
                return null;
            }

            if (isLast)
            {
                return fields;
            }
        }

        return null;
    }

    private Field? Field(MappingNode fields, int depth)
    {
        var (at, name) = (Here, Name(_line[_at..]).ToString());
        _at += name.Length;
        if (name.Length == 0 || fields.Find(name) is not null || !_line[_at..].StartsWith(": "))
        {
            return null;
        }

        Skip();
        return Value(isInBrackets: true, depth + 1) is { } value ? new Field(name, at, value) : null;
    }

    /// <summary>After an entry; null where neither another one nor the end follows.</summary>
    private bool? IsLast(char end)
    {
        _at += SpacesFrom(_at);
        if (Next == end)
        {
            _at++;
            return true;
        }

        if (Next != ',')
        {
            return null;
        }

        Skip();
        return false;
    }

    /// <summary>One sign, and the spaces after it.</summary>
    private void Skip() => _at += 1 + SpacesFrom(_at + 1);

    private readonly int SpacesFrom(int at) =>
        at >= _line.Length ? 0
        : _line[at..].IndexOfAnyExcept(' ') is >= 0 and var spaces ? spaces
        : _line.Length - at;
}
