using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown.Parsers;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Galley.Markdown;

/// <summary>A post's body as LinkedIn will show it. Pure; never throws, whatever the text.</summary>
public static class LinkedInText
{
    /// <summary>Far above any post. Markdig takes seconds for 100,000 hostile characters, and next to nothing for these.</summary>
    private const int LongestParsed = 20_000;

    /// <summary>Far above what people write: two.</summary>
    private const int MostRounds = 20;

    /// <summary>CommonMark with placeholders, and without what would take signs from a text that is not meant as Markdown.</summary>
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    public static RenderedText Render(string body, TextFormat format, PlaceholderValues values)
    {
        if (body.Length > LongestParsed)
        {
            return NotRendered(body, $"The text has {body.Length:N0} characters, far more than any post.");
        }

        return format == TextFormat.Markdown && PlainMarkdownRenderer.TryRender(body, values) is { } text
            ? new RenderedText(text, [])
            : RenderThoroughly(body, format, values);
    }

    /// <summary>Through the syntax tree, whatever the text.</summary>
    internal static RenderedText RenderThoroughly(string body, TextFormat format, PlaceholderValues values)
    {
        var renderer = new LinkedInRenderer(body, values);
        if (format == TextFormat.Plain)
        {
            WritePlain(body, renderer);
        }
        else if (ParsePost(body) is not { } document || !TryWrite(document, renderer))
        {
            return NotRendered(
                body,
                "Lists, quotations or marks are nested more than a hundred deep in the text, or its definitions of links hide one another."
            );
        }

        var output = renderer.Output;
        var unread = format == TextFormat.Markdown ? UnreadMarks.In(body, output, values) : [];
        return renderer.Result(output, unread);
    }

    /// <summary>The syntax tree; null when it is nested too deeply for Markdig.</summary>
    internal static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say that its depth limit is exceeded; it documents no other.
            return null;
        }
    }

    /// <summary>
    /// The same, with every definition of a link that would disappear as plain words. Lines below may then be read as definitions that
    /// were words before.
    /// </summary>
    private static MarkdownDocument? ParsePost(string body)
    {
        var text = Definitions.HideRepeated(body);
        for (var round = 0; round < MostRounds && Parse(text) is { } document; round++)
        {
            var hidden = Definitions.HideDoubtful(text, document);
            if (ReferenceEquals(hidden, text))
            {
                return document;
            }

            text = hidden;
        }

        return null;
    }

    private static bool TryWrite(MarkdownDocument document, LinkedInRenderer renderer)
    {
        try
        {
            renderer.Render(document);
            return true;
        }
        catch (ArgumentException)
        {
            // The same limit, for marks within a line.
            return false;
        }
    }

    private static void WritePlain(string body, LinkedInRenderer renderer)
    {
        var line = 1;
        foreach (var text in body.Split('\n'))
        {
            if (line > 1)
            {
                renderer.BreakLine();
            }

            renderer.AppendFilled(text, new Position(line++, 1));
        }
    }

    private static RenderedText NotRendered(string body, string message) =>
        new(
            body,
            ImmutableArray.Create(
                new TextProblem(
                    TextCodes.TextNotRendered,
                    Position.Start,
                    message,
                    "Write it as a LinkedIn post: a few paragraphs."
                )
            )
        );

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        builder.BlockParsers.Replace<HeadingBlockParser>(new RankAwareHeadingParser());
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        builder.BlockParsers.Insert(0, new HiddenDefinitionParser());
        builder.BlockParsers.Replace<QuoteBlockParser>(new FigureAwareQuoteParser());
        builder.InlineParsers.Replace<CodeInlineParser>(new CodeInLineParser());
        builder.InlineParsers.InsertBefore<AutolinkInlineParser>(new PlaceholderInlineParser());
        builder.InlineParsers.Insert(0, new LiteralMarkParser());
        return builder.Build();
    }
}
