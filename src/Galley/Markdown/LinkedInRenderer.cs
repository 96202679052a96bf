using System.Text;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown.Parsers;
using Galley.Markdown.Renderers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Galley.Markdown;

/// <summary>Walks a syntax tree and writes LinkedIn's text, with as many line breaks between blocks as their author left.</summary>
internal sealed class LinkedInRenderer : RendererBase
{
    private static readonly IMarkdownObjectRenderer[] NodeRenderers =
    [
        new ParagraphRenderer(),
        new LiteralRenderer(),
        new LineBreakRenderer(),
        new ListRenderer(),
        new EmphasisRenderer(),
        new LinkRenderer(),
        new HeadingRenderer(),
        new QuoteRenderer(),
        new CodeBlockRenderer(),
        new HtmlBlockRenderer(),
        new ThematicBreakRenderer(),
        new DefinitionRenderer(),
        new CodeRenderer(),
        new AutolinkRenderer(),
        new HtmlInlineRenderer(),
        new EntityRenderer(),
        new DelimiterRenderer(),
        new PlaceholderRenderer(),
        new OtherNodeRenderer(),
    ];

    private readonly PlaceholderValues _values;
    private readonly StringBuilder _output = new();
    private readonly LineTable _lines;

    /// <summary>For each line of the output, the line of the source that it comes from, from 0.</summary>
    private readonly List<int> _typedLines = [0];

    private int _indent;
    private int _lineIndent;
    private int _listMargin;
    private int _lastLine = -1;
    private bool _afterMarker;
    private bool _atLineStart;

    public LinkedInRenderer(string source, PlaceholderValues values)
    {
        Source = source;
        _values = values;
        _lines = new LineTable(source);
        ObjectRenderers.AddRange(NodeRenderers);
    }

    public string Source { get; }
    public TextFindings Findings { get; } = new();
    public string Output => _output.ToString();
    public int Length => _output.Length;

    public override object Render(MarkdownObject markdownObject)
    {
        Write(markdownObject);
        foreach (var offset in markdownObject is MarkdownDocument document ? KeptSigns.Of(document) : [])
        {
            ReportKeptSign(offset);
        }

        return _output;
    }

    /// <summary>Without the blank lines at both ends.</summary>
    public RenderedText Result(string output, IEnumerable<TextProblem> unread) =>
        new(output.Trim('\n'), [.. Findings.In(output, unread)])
        {
            TypedLines = [.. _typedLines.Skip(output.Length - output.TrimStart('\n').Length).Select(line => line + 1)],
        };

    public string Since(int length) => _output.ToString(length, _output.Length - length);

    /// <summary>Takes back what was written since.</summary>
    public void Rewind(int length)
    {
        var lines = Since(length).AsSpan().Count('\n');
        _typedLines.RemoveRange(_typedLines.Count - lines, lines);
        _output.Length = length;
    }

    public string SourceOf(MarkdownObject node) =>
        Source[Math.Min(node.Span.Start, Source.Length)..Math.Min(node.Span.End + 1, Source.Length)];

    public Position PositionOf(MarkdownObject node) => _lines.PositionOf(node.Span.Start);

    /// <summary>A block that holds words begins on a line of its own, below the block before.</summary>
    public void StartBlock(Block block) => MoveTo(LineOf(block));

    public void EndBlock(Block block) => _lastLine = EndOf(block);

    /// <summary>A list item: its marker, then its blocks, set in by the marker's width.</summary>
    public void Item(ListItemBlock item, string marker)
    {
        MoveTo(item.Line);
        Append(marker);
        if (item.Count == 0)
        {
            return;
        }

        if (_indent == 0)
        {
            _listMargin = _lines.MarginOf(item.Line);
        }

        _afterMarker = LineOf(item[0]) == item.Line;
        Append(_afterMarker ? " " : "");
        _indent += marker.Length + 1;
        WriteChildren(item);
        _indent -= marker.Length + 1;
        _afterMarker = false;
    }

    /// <param name="text">May hold brackets that were hidden from Markdig.</param>
    public void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        SetIn();
        _output.Append(text);
        _typedLines.AddRange(Enumerable.Repeat(_typedLines[^1], text.Count('\n')));
        if (text.Contains(Definitions.HiddenBracket))
        {
            _output.Replace(Definitions.HiddenBracket, '[', _output.Length - text.Length, text.Length);
        }
    }

    /// <summary>What follows comes from this line of the source, counted from 0.</summary>
    public void ContinueOn(int line) => _typedLines[^1] = line;

    /// <summary>Where the next words will stand.</summary>
    public int SetIn()
    {
        if (_atLineStart)
        {
            _output.Append(' ', _lineIndent);
        }

        _atLineStart = false;
        return _output.Length;
    }

    public void BreakLine()
    {
        _output.Append('\n');
        _typedLines.Add(_typedLines[^1] + 1);
        _atLineStart = true;
        _lineIndent = _indent;
    }

    /// <summary>
    /// Within a paragraph: a line below a list that was typed at the margin stays there, though it belongs to the list's last item.
    /// </summary>
    public void BreakLineAfter(LineBreakInline lineBreak)
    {
        BreakLine();
        var line = _lines.LineOf(lineBreak.Span.Start) + 1;
        _typedLines[^1] = line;
        if (_indent > 0)
        {
            var margin = _lines.MarginOf(line);
            _lineIndent = Math.Clamp(margin - _listMargin, 0, _indent);
        }
    }

    /// <summary>One line that is not Markdown any more but may hold placeholders.</summary>
    public void AppendFilled(string text, Position at) => Append(Filled(text, at));

    public string Filled(string text, Position at) =>
        PlaceholderSyntax.Anywhere.Replace(text, match =>
            ValueOf(match.Value, PlaceholderSyntax.NameOf(match), at with { Column = at.Column + match.Index })
        );

    public string ValueOf(string written, string name, Position at)
    {
        if (Placeholders.CheckInPost(written, name, _values, at) is { } problem)
        {
            Findings.Add(problem);
        }

        return _values.Find(name) ?? written;
    }

    public void Report(DiagnosticCode code, MarkdownObject node, string message, string help) =>
        Findings.Add(new TextProblem(code, PositionOf(node), message, help));

    /// <summary>With the lines written since <paramref name="start"/>, as they will read.</summary>
    public void ReportWithLines(DiagnosticCode code, MarkdownObject node, int start, string message, string help) =>
        Findings.AddWithLines(new TextProblem(code, PositionOf(node), message, help), start.._output.Length);

    /// <summary>Marks of <paramref name="node"/>, whose words were written since <paramref name="start"/>, are left out.</summary>
    public void Drop(DroppedMarks.Kind kind, MarkdownObject node, int start) =>
        Findings.Dropped.Add(kind, PositionOf(node), TypedIn(kind, node), start.._output.Length);

    private string TypedIn(DroppedMarks.Kind kind, MarkdownObject node) =>
        kind switch
        {
            DroppedMarks.Kind.Escape => Source.Substring(node.Span.Start, Math.Min(2, node.Span.Length)),
            // The node ends before the #s that may close it.
            DroppedMarks.Kind.Heading => Source[node.Span.Start..],
            _ => SourceOf(node),
        };

    public void ReportUnderline(int offset) =>
        Findings.Add(
            new TextProblem(
                TextCodes.UnderlineKept,
                _lines.PositionOf(offset),
                $"{Quotes.Words(Source[offset..])} right below a line of text is sent as typed. In Markdown it makes that line a heading.",
                "Nothing to do if it is a divider. Otherwise delete it: LinkedIn has no headings."
            )
        );

    public void ReportKeptSign(int offset) =>
        Findings.Add(
            new TextProblem(
                TextCodes.SignAtLineStart,
                _lines.PositionOf(offset),
                $"{Quotes.Words(Source[offset..])} is sent as typed: the {Source[offset]} at its start may be a "
                    + "sign, and not a mark of Markdown.",
                "Nothing to do if that is right. Otherwise delete it; for a bullet, type •."
            )
        );

    /// <summary>Markdig counts a heading that is underlined from its underline.</summary>
    private int LineOf(Block block) => _lines.LineOf(Math.Min(block.Span.Start, Source.Length));

    private void MoveTo(int line)
    {
        if (_lastLine >= 0 && !_afterMarker)
        {
            for (var breaks = 1 + _lines.BlankLinesBetween(_lastLine, line); breaks > 0; breaks--)
            {
                BreakLine();
            }
        }

        _afterMarker = false;
        _lastLine = line;
        _typedLines[^1] = line;
    }

    private int EndOf(Block block)
    {
        var end = _lines.LineOf(Math.Min(block.Span.End, Source.Length));
        var start = LineOf(block);
        while (end > start && _lines.IsBlank(end))
        {
            end--;
        }

        return Math.Max(end, start);
    }
}
