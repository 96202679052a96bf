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

    /// <summary>A file full of aliases is one mistake, not a thousand.</summary>
    private const int MaxRefusals = 20;

    private readonly string _text;
    private readonly int _firstLine;
    private readonly Action<Fault> _report;
    private readonly Parser _parser;
    private int _values;
    private int _refusals;

    private YamlText(string text, int firstLine, Action<Fault> report)
    {
        _text = text;
        _firstLine = firstLine;
        _report = report;
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
        try
        {
            return yaml.Document();
        }
        catch (YamlFaultException e)
        {
            report(e.Fault);
            return null;
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
            _ => throw new InvalidOperationException($"YAML event {start.GetType().Name} where a value begins"),
        };
        if (Refusal(start) is not { } fault)
        {
            return value;
        }

        if (++_refusals > MaxRefusals)
        {
            throw new YamlFaultException(fault);
        }

        _report(fault);
        return new UnreadableNode(value.At);
    }

    /// <summary>Null for a value without an anchor or a tag.</summary>
    private Fault? Refusal(ParsingEvent start) =>
        start switch
        {
            AnchorAlias alias => YamlFaults.Alias(PositionOf(start.Start), alias.Value.Value),
            NodeEvent { Anchor.IsEmpty: false } anchored => YamlFaults.Anchor(
                PositionOf(start.Start),
                anchored.Anchor.Value
            ),
            NodeEvent { Tag.IsEmpty: false } tagged => YamlFaults.Tag(PositionOf(start.Start), tagged.Tag.Value),
            _ => null,
        };

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
        }

        return sequence;
    }

    private MappingNode Mapping(MappingStart start, int depth)
    {
        var mapping = new MappingNode(PositionOf(start.Start));
        for (var next = Next(); next is not MappingEnd; next = Next())
        {
            var name = Name(next, depth, start);
            AddField(mapping, new Field(name.Text, name.At, Value(Next(), depth + 1)));
        }

        return mapping;
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

        if (Refusal(start) is { } fault)
        {
            throw new YamlFaultException(fault);
        }

        var name = (ScalarNode)Value(start, depth + 1);
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
            throw TabFault(e.Start) ?? SyntaxFault(e.Start, e.Message);
        }
        catch (Exception e)
            when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // YamlDotNet 18.1 throws these for an unclosed list and for an escape beyond Unicode.
            throw SyntaxFault(
                _parser.Current?.End ?? Mark.Empty,
                "It ends too early, or has an escape that stands for no character."
            );
        }

        throw SyntaxFault(_parser.Current?.End ?? Mark.Empty, "It ends too early.");
    }

    /// <summary>YamlDotNet reports a tab at the start of its mapping, which can be many lines above.</summary>
    private YamlFaultException? TabFault(Mark start)
    {
        var lines = _text.Split('\n');
        var tab = Array.FindIndex(lines, (int)start.Line - 1, line => line.TrimStart(' ').StartsWith('\t'));
        return tab < 0
            ? null
            : new(
                YamlFaults.Syntax(
                    new Position(tab + _firstLine, lines[tab].IndexOf('\t') + 1),
                    lines[tab],
                    "A tab can't indent a line."
                )
            );
    }

    private YamlFaultException SyntaxFault(Mark mark, string words) =>
        new(YamlFaults.Syntax(PositionOf(mark), LineAt(mark), words));

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
