using System.Text.RegularExpressions;
using Galley.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Galley.Content.Yaml;

/// <summary>
/// Reads YAML text into nodes with positions, from the events of YamlDotNet and without object mapping. Refuses everything
/// that makes a file mean something else than it seems to say: anchors, aliases, tags, merge keys, second documents.
/// </summary>
internal sealed partial class YamlText
{
    /// <summary>Content needs about four levels. A file with more than this is a mistake or an attack.</summary>
    private const int MaxDepth = 32;

    /// <summary>A large file has a few hundred values.</summary>
    private const int MaxValues = 10_000;

    private readonly string _text;
    private readonly int _firstLine;
    private readonly Action<Fault> _report;
    private readonly Parser _parser;
    private readonly YamlRefusals _refusals = new();
    private readonly YamlRemark _remark;
    private readonly List<Fault> _remarks = [];
    private int _values;

    private YamlText(string text, int firstLine, Action<Fault> report)
    {
        _text = text;
        _firstLine = firstLine;
        _report = report;
        _remark = new YamlRemark(text, firstLine);
        _parser = new Parser(new StringReader(text));
    }

    /// <param name="text">With LF line ends.</param>
    /// <param name="firstLine">The line of the file that <paramref name="text"/> begins on.</param>
    /// <returns>Null for an empty text, and after reporting a fault that makes the rest unreadable.</returns>
    public static Node? Read(string text, int firstLine, Action<Fault> report)
    {
        if (SimpleYamlParser.TryRead(text, firstLine) is { } plain)
        {
            return plain;
        }

        return ReadAny(text, firstLine, report);
    }

    /// <summary>The same without <see cref="SimpleYamlParser"/>, to compare the two.</summary>
    internal static Node? ReadAny(string text, int firstLine, Action<Fault> report)
    {
        // Editors leave lines with only spaces. YamlDotNet 18.1 refuses a block text that begins with one.
        var yaml = new YamlText(SpacesOnly().Replace(text, ""), firstLine, report);
        var (root, fault) = yaml.TryDocument();
        // A line of hashtags within a text also breaks the line below it: that is one mistake.
        yaml._remarks.RemoveAll(remark => remark.At.Line + 1 == fault?.At.Line);
        foreach (var found in yaml._refusals.All.Concat(yaml._remarks).Append(fault).OfType<Fault>())
        {
            report(found);
        }

        return root;
    }

    private (Node? Root, Fault? Fault) TryDocument()
    {
        try
        {
            return (Document(), null);
        }
        catch (YamlFaultException e)
        {
            return (null, e.Fault);
        }
    }

    private Node? Document()
    {
        var first = Next();
        while (first is StreamStart or DocumentStart)
        {
            first = Next();
        }

        if (first is StreamEnd)
        {
            return null;
        }

        var root = Value(first, depth: 0);
        Next();
        if (Next() is DocumentStart second)
        {
            throw new YamlFaultException(YamlFaults.SecondDocument(PositionOf(second.Start)));
        }

        return root;
    }

    private Node Value(ParsingEvent start, int depth)
    {
        Count(start, depth);
        Node value = start switch
        {
            AnchorAlias => new UnreadableNode(PositionOf(start.Start)),
            Scalar scalar => new ScalarNode(PositionOf(scalar.Start), scalar.Value, StyleOf(scalar)),
            MappingStart mapping => Mapping(mapping, depth),
            SequenceStart sequence => Sequence(sequence, depth),
            // YamlDotNet 18.1 ends the mapping after a field without a name.
            _ => throw new YamlFaultException(YamlFaults.NoName(PositionOfColon(start.Start))),
        };
        return IsRefused(start) ? new UnreadableNode(value.At) : value;
    }

    private bool IsRefused(ParsingEvent start)
    {
        var at = PositionOf(start.Start);
        switch (start)
        {
            case AnchorAlias alias:
                RefuseAlias(alias, at);
                return true;
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                _refusals.AddAnchor(anchored.Anchor.Value, YamlFaults.Anchor(at, anchored.Anchor.Value));
                return true;
            case NodeEvent { Tag.IsEmpty: false } tagged:
                _refusals.Add(YamlFaults.Tag(at, tagged.Tag.Value));
                return true;
            default:
                return false;
        }
    }

    /// <summary>An alias without an anchor is a text that begins with *. YamlDotNet can't read on when more text follows.</summary>
    private void RefuseAlias(AnchorAlias alias, Position at)
    {
        var name = alias.Value.Value;
        if (_refusals.Uses(name))
        {
            return;
        }

        var line = LineAt(alias.Start);
        var fault = YamlFaults.Alias(at, name, line);
        if (
            line.AsSpan((int)alias.End.Column - 1).Trim() is { IsEmpty: false } rest
            && rest[0] is not ('#' or ',' or ']' or '}')
        )
        {
            throw new YamlFaultException(fault);
        }

        _refusals.Add(fault);
    }

    private void Count(ParsingEvent start, int depth)
    {
        var at = PositionOf(start.Start);
        if (depth > MaxDepth)
        {
            throw new YamlFaultException(YamlFaults.TooDeep(at, MaxDepth));
        }

        if (++_values > MaxValues)
        {
            throw new YamlFaultException(YamlFaults.TooMany(at, MaxValues));
        }
    }

    private SequenceNode Sequence(SequenceStart start, int depth)
    {
        var sequence = new SequenceNode(PositionOf(start.Start));
        for (var next = Next(); next is not SequenceEnd; next = Next())
        {
            sequence.Add(Value(next, depth + 1));
            FindRemark(null, (int)start.Start.Column, next);
        }

        return sequence;
    }

    private MappingNode Mapping(MappingStart start, int depth)
    {
        var mapping = new MappingNode(PositionOf(start.Start));
        for (var next = Next(); next is not MappingEnd; next = Next())
        {
            var name = Name(next, depth, start);
            var value = Next();
            AddField(mapping, new Field(name.Text, name.At, Value(value, depth + 1)));
            FindRemark(name.Text, (int)next.Start.Column, value);
        }

        return mapping;
    }

    private void FindRemark(string? field, int left, ParsingEvent value)
    {
        if (
            value is Scalar scalar
            && StyleOf(scalar) != ScalarStyle.Block
            && _remark.After(field, left, scalar.Value, (int)scalar.Start.Index, (int)scalar.End.Index) is { } fault
        )
        {
            _remarks.Add(fault);
        }
    }

    private ScalarNode Name(ParsingEvent start, int depth, MappingStart mapping)
    {
        if (start is MappingStart && IsFlow(mapping))
        {
            throw new YamlFaultException(YamlFaults.BarePlaceholder(PositionOf(mapping.Start), LineAt(mapping.Start)));
        }

        if (start is MappingStart or SequenceStart)
        {
            throw new YamlFaultException(YamlFaults.ComplexName(PositionOf(start.Start)));
        }

        if (IsRefused(start))
        {
            throw new YamlFaultException(null);
        }

        if (Value(start, depth + 1) is not ScalarNode name || string.IsNullOrWhiteSpace(name.Text))
        {
            throw new YamlFaultException(YamlFaults.NoName(PositionOfColon(start.Start)));
        }

        if (name is { Text: "<<", Style: ScalarStyle.Plain })
        {
            throw new YamlFaultException(YamlFaults.MergeKey(name.At));
        }

        return name;
    }

    private void AddField(MappingNode mapping, Field field)
    {
        if (mapping.Find(field.Name) is { } earlier)
        {
            _report(YamlFaults.Duplicate(field, earlier));
        }
        else
        {
            mapping.Add(field);
        }
    }

    private ParsingEvent Next()
    {
        try
        {
            if (_parser.MoveNext())
            {
                return _parser.Current!;
            }
        }
        catch (YamlException e)
        {
            throw TabFault(e.Start) ?? SyntaxFault(e.Start);
        }
        catch (Exception e)
            when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // YamlDotNet 18.1 throws these for an unclosed list and for an escape beyond Unicode.
            throw SyntaxFault(_parser.Current?.End ?? Mark.Empty);
        }

        throw SyntaxFault(_parser.Current?.End ?? Mark.Empty);
    }

    /// <summary>YamlDotNet reports a tab at the start of its mapping, which can be many lines above.</summary>
    private YamlFaultException? TabFault(Mark start)
    {
        var lines = _text.Split('\n');
        var tab = Array.FindIndex(lines, (int)start.Line - 1, line => line.TrimStart(' ').StartsWith('\t'));
        return tab < 0
            ? null
            : new(YamlFaults.Syntax(new Position(tab + _firstLine, lines[tab].IndexOf('\t') + 1), lines[tab], ""));
    }

    /// <summary>A slip at the colon makes YAML read on, so the parser stops at the next line only.</summary>
    private YamlFaultException SyntaxFault(Mark mark)
    {
        var (line, above) = (LineAt(mark), LineAbove(mark.Line));
        return new(
            YamlSlip.Find(line, PositionOf(mark) with { Column = 1 })
                ?? (above is var (number, text) ? YamlSlip.Find(text, new Position(number - 1 + _firstLine, 1)) : null)
                ?? YamlFaults.Unclosed(line, PositionOf(mark).Line, isLast: false)
                ?? (
                    above is (var opened, var list)
                        ? YamlFaults.Unclosed(list, opened - 1 + _firstLine, line.Length == 0 || line == list)
                        : null
                )
                ?? YamlFaults.Syntax(PositionOf(mark), line, above?.Text ?? "")
        );
    }

    /// <summary>The nearest line above that is not empty, and its number from 1.</summary>
    private (int Number, string Text)? LineAbove(long number)
    {
        var lines = _text.Split('\n');
        var above = Array.FindLastIndex(
            lines,
            (int)Math.Clamp(number - 2, -1, lines.Length - 1) is >= 0 and var last ? last : 0,
            line => !string.IsNullOrWhiteSpace(line)
        );
        return number < 2 || above < 0 ? null : (above + 1, lines[above]);
    }

    /// <summary>YamlDotNet reports a missing name behind its colon.</summary>
    private Position PositionOfColon(Mark mark)
    {
        var at = PositionOf(mark);
        return mark.Index > 0 && _text[(int)mark.Index - 1] == ':' ? at with { Column = at.Column - 1 } : at;
    }

    private Position PositionOf(Mark mark) => new((int)mark.Line - 1 + _firstLine, (int)mark.Column);

    private string LineAt(Mark mark)
    {
        var line = _text.AsSpan();
        for (var skip = mark.Line - 1; skip > 0 && line.IndexOf('\n') is >= 0 and var end; skip--)
        {
            line = line[(end + 1)..];
        }

        return (line.IndexOf('\n') is >= 0 and var stop ? line[..stop] : line).ToString();
    }

    private static bool IsFlow(MappingStart mapping) => mapping.Style == MappingStyle.Flow;

    private static ScalarStyle StyleOf(Scalar scalar) =>
        scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.Plain => ScalarStyle.Plain,
            YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Block,
            _ => ScalarStyle.Quoted,
        };

    [GeneratedRegex("^ +$", RegexOptions.Multiline)]
    private static partial Regex SpacesOnly();
}
