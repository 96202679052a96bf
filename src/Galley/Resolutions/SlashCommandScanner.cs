using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Galley.Resolutions;

/// <summary>
/// Finds the commands in a comment: lines that begin with <c>/galley</c> where readers see them as text. Quotations, code
/// blocks, HTML elements and hidden text hold no commands.
/// </summary>
public static partial class SlashCommandScanner
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .Build();

    public static IReadOnlyList<CommandLine> Scan(string comment)
    {
        var text = comment.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return text.Split('\n').Any(line => Command().IsMatch(line)) ? [.. Lines(text)] : [];
    }

    private static IEnumerable<CommandLine> Lines(string text)
    {
        var html = new HtmlNesting();
        var meant = MeantAsCode(text);
        foreach (var block in Blocks(Parse(text)))
        {
            if (block is HtmlBlock)
            {
                html.Read(text.AsSpan(block.Span.Start, block.Span.Length));
                continue;
            }

            foreach (var start in LineStarts((ParagraphBlock)block, html))
            {
                if (
                    !meant.Any(code => start >= code.Start && start < code.End) && Read(LineAt(text, start)) is { } line
                )
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>Empty for a comment that nests too deeply to be read: nobody reads it either.</summary>
    private static MarkdownDocument Parse(string text)
    {
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>Paragraphs and HTML, in order, but not inside quotations.</summary>
    private static IEnumerable<Block> Blocks(ContainerBlock container) =>
        container.SelectMany(block =>
            block switch
            {
                QuoteBlock => [],
                ContainerBlock inner => Blocks(inner),
                ParagraphBlock or HtmlBlock => [block],
                _ => Enumerable.Empty<Block>(),
            }
        );

    /// <summary>Where the paragraph's lines begin with text or code, outside of HTML elements.</summary>
    private static IEnumerable<int> LineStarts(ParagraphBlock paragraph, HtmlNesting html)
    {
        var isAtStart = true;
        foreach (var inline in paragraph.Inline ?? [])
        {
            if (inline is HtmlInline tag)
            {
                html.Read(tag.Tag);
            }
            else if (isAtStart && !html.IsInside && inline is LiteralInline or CodeInline)
            {
                yield return inline.Span.Start;
            }

            isAtStart = inline is LineBreakInline;
        }
    }

    /// <summary>
    /// What the author meant as code, even where Markdown ends it early: a fence on a bullet's line, with unindented
    /// lines below it.
    /// </summary>
    private static List<(int Start, int End)> MeantAsCode(string text)
    {
        var found = new List<(int Start, int End)>();
        var (open, begun) = ("", 0);
        foreach (Match fence in Fence().Matches(text))
        {
            var marks = fence.Groups["marks"].Value;
            if (open.Length == 0)
            {
                (open, begun) = (marks, fence.Index);
            }
            else if (marks[0] == open[0] && marks.Length >= open.Length)
            {
                found.Add((begun, fence.Index));
                open = "";
            }
        }

        return found;
    }

    private static string LineAt(string text, int position)
    {
        var start = position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
        var end = text.IndexOf('\n', position);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static CommandLine? Read(string line) =>
        Command().Match(line) is { Success: true } match
            ? new CommandLine(match.Groups["words"].Value.Trim(), match.Groups["ticks"].Length > 0)
            : null;

    // With a bullet or number in front or not; a backtick after opening backticks makes it inline code.
    [GeneratedRegex(
        @"^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?<marks>`{3,}(?![^\n]*`)|~{3,})",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex Fence();

    // A whole line. Four blanks or a tab in front of it would make it code.
    [GeneratedRegex(
        @"\A\ {0,3}(?<ticks>`*)/galley(?:\s(?<words>.*?))?\k<ticks>\s*\z",
        RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.Singleline
            | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Command();
}
