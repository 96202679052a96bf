using System.Text;
using Galley.Diagnostics;
using Galley.Markdown.Renderers;
using Markdig.Renderers;
using Markdig.Syntax;

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

    private readonly string _source;
    private readonly PlaceholderValues _values;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _indent = new();
    private readonly LineTable _lines;
    private readonly List<TextProblem> _problems = [];
    private readonly HashSet<LinkReferenceDefinition> _used = [];
    private int _lastLine = -1;
    private bool _afterMarker;
    private bool _atLineStart;

    public LinkedInRenderer(string source, PlaceholderValues values)
    {
        _source = source;
        _values = values;
        _lines = new LineTable(source);
        ObjectRenderers.AddRange(NodeRenderers);
    }

    public DroppedMarks Dropped { get; } = new();
    public string Output => _output.ToString();
    public int Length => _output.Length;
    public IEnumerable<TextProblem> Problems => _problems.Concat(Dropped.Notes);

    public override object Render(MarkdownObject markdownObject)
    {
        Write(markdownObject);
        return Output;
    }

    public string Since(int length) => _output.ToString(length, _output.Length - length);

    public string SourceOf(MarkdownObject node) =>
        _source[node.Span.Start..Math.Min(node.Span.End + 1, _source.Length)];

    public Position PositionOf(MarkdownObject node) => _lines.PositionOf(node.Span.Start);

    /// <summary>A block that holds words begins on a line of its own, below the block before.</summary>
    public void StartBlock(Block block) => MoveTo(block.Line);

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

        Append(" ");
        _afterMarker = true;
        _indent.Append(' ', marker.Length + 1);
        WriteChildren(item);
        _indent.Length -= marker.Length + 1;
        _afterMarker = false;
    }

    public void Append(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_atLineStart)
        {
            _output.Append(_indent);
        }

        _atLineStart = false;
        _output.Append(text);
    }

    public void BreakLine()
    {
        _output.Append('\n');
        _atLineStart = true;
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
            _problems.Add(problem);
        }

        return _values.Find(name) ?? written;
    }

    public void Use(LinkReferenceDefinition definition) => _used.Add(definition);

    public bool IsUsed(LinkReferenceDefinition definition) => _used.Contains(definition);

    public bool HasReported(DiagnosticCode code, int line) =>
        _problems.Exists(problem => problem.Code == code && problem.At.Line == line);

    public void Report(DiagnosticCode code, MarkdownObject node, string message, string help) =>
        _problems.Add(new TextProblem(code, PositionOf(node), message, help));

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
    }

    private int EndOf(Block block)
    {
        var end = _lines.LineOf(Math.Min(block.Span.End, _source.Length));
        while (end > block.Line && _lines.IsBlank(end))
        {
            end--;
        }

        return Math.Max(end, block.Line);
    }
}
