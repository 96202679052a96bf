using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Galley.Tests.Rendering.Comments;

/// <summary>
/// Markdown as GitHub would take it: CommonMark with tables, task lists, footnotes and autolinks, and what GitHub links
/// after that.
/// </summary>
internal static partial class RenderedMarkdown
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks(new AutoLinkOptions())
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseFootnotes()
        .UseMathematics()
        .Build();

    public static MarkdownDocument Parse(string markdown) => Markdig.Markdown.Parse(markdown, GitHub);

    /// <summary>The words of a block, hard breaks as line feeds, without the joiners.</summary>
    public static string TextOf(MarkdownObject block)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Descendants<Inline>())
        {
            text.Append(WordsOf(inline));
        }

        return text.ToString().Replace("\u2060", "", StringComparison.Ordinal);
    }

    /// <summary>What GitHub would make live in these words, which are outside code.</summary>
    public static string? WhatIsLive(string words) =>
        Live().Match(words) is { Success: true } match ? match.Value : null;

    /// <summary>Whether a block of HTML is the marker, or what folds a post: no tag in it comes from content.</summary>
    public static bool IsOurBlock(string html) =>
        OurBlock().IsMatch(html) && WhatIsLive(System.Net.WebUtility.HtmlDecode(html)) is null;

    /// <summary>Whether inline HTML is a line break, or a picture of our files.</summary>
    public static bool IsOurTag(string tag) => OurTag().IsMatch(tag);

    /// <summary>Words outside code, with the joiners, as the filters behind the Markdown see them.</summary>
    public static IEnumerable<string> WordsOf(MarkdownDocument document) =>
        document
            .Descendants<LiteralInline>()
            .Select(literal => literal.Content.ToString())
            .Concat(
                document
                    .Descendants<LeafBlock>()
                    .Where(block => block is not CodeBlock && block.Inline is not null)
                    .Select(block =>
                        string.Concat(
                            block
                                .Inline!.Descendants<Inline>()
                                .Select(inline => inline is CodeInline ? " " : WordsOf(inline))
                        )
                    )
            );

    private static string WordsOf(Inline inline) =>
        inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            LineBreakInline => "\n",
            // GitHub's filters look at each text between two tags for itself.
            HtmlInline => "\n",
            CodeInline code => code.Content,
            _ => "",
        };

    [GeneratedRegex(
        @"[@\uFF20\uFE6B][A-Za-z0-9]|#[0-9]|\b[Gg][Hh]-[0-9]|https?://|\bwww\.[A-Za-z]|:(?![0-9]+:)[a-z0-9_+-]+:[^0-9]"
    )]
    private static partial Regex Live();

    [GeneratedRegex(@"\A(<!-- galley:plan -->|</details>|<details><summary>[^<>]*<b>[^<>]*</b></summary>)\s*\z")]
    private static partial Regex OurBlock();

    [GeneratedRegex(
        @"\A(<br>|</a>|<a href=""https://github\.com/acme/content/[^""<> ]*"">|"
            + @"<img src=""https://github\.com/acme/content/[^""<> ]*"" alt=""[^""<>]*"" height=""120"">)\z"
    )]
    private static partial Regex OurTag();
}
