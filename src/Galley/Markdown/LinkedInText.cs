using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown.Renderers;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Galley.Markdown;

/// <summary>A post's body as LinkedIn will show it. Pure; never throws, whatever the text.</summary>
public static class LinkedInText
{
    /// <summary>Far above any post. Markdig takes seconds for 100,000 hostile characters, and next to nothing for these.</summary>
    private const int LongestParsed = 20_000;

    /// <summary>CommonMark with placeholders, and no other extension.</summary>
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private static readonly IComparer<TextProblem> ByPlace = Comparer<TextProblem>.Create(
        (one, other) => one.At.CompareTo(other.At)
    );

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
        else if (Parse(body) is not { } document || !TryWrite(document, renderer))
        {
            return NotRendered(body, "The text's lists, quotations or marks are nested more than a hundred deep.");
        }

        return new RenderedText(renderer.Output.Trim('\n'), [.. renderer.Problems.Order(ByPlace)]);
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

    private static bool TryWrite(MarkdownDocument document, LinkedInRenderer renderer)
    {
        try
        {
            renderer.Render(document);
        }
        catch (ArgumentException)
        {
            // The same limit, for marks within a line.
            return false;
        }

        foreach (var definition in document.Descendants<LinkReferenceDefinition>())
        {
            DefinitionRenderer.ReportUnused(definition, renderer);
        }

        return true;
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
                    PostCodes.TextNotRendered,
                    Position.Start,
                    message,
                    "Write it as a LinkedIn post: a few paragraphs."
                )
            )
        );

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        builder.InlineParsers.InsertBefore<AutolinkInlineParser>(new PlaceholderInlineParser());
        return builder.Build();
    }
}
