using CsCheck;
using Galley.Rendering;
using Galley.Rendering.Comments;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Galley.Tests.Rendering.Comments;

public sealed class SafeMarkdownTests
{
    [Test]
    public void Quote_OfAnyText_IsOneParagraphOfExactlyItsWords() =>
        AnyPlan.Text.Sample(
            text =>
            {
                var document = RenderedMarkdown.Parse(SafeMarkdown.Quote(text) + "\nAfter.\n");

                var expected = string.Join('\n', Expected(text)).TrimEnd('\n');
                if (expected.Length == 0)
                {
                    return;
                }

                Assert.That(document, Has.Count.EqualTo(2), text);
                var quote = (QuoteBlock)document[0];
                Assert.That(quote.Single(), Is.TypeOf<ParagraphBlock>());
                Assert.That(RenderedMarkdown.TextOf(quote).TrimEnd('\n'), Is.EqualTo(expected));
                Assert.That(quote.Descendants<Inline>().Where(IsFormatting), Is.Empty);
            },
            iter: 3_000
        );

    [Test]
    public void Inline_OfAnyText_IsExactlyItsWordsOnOneLine() =>
        AnyPlan.Text.Sample(
            text =>
            {
                var document = RenderedMarkdown.Parse($"Before {SafeMarkdown.Inline(text, 1_000_000)} after.\n");

                Assert.That(document.Single(), Is.TypeOf<ParagraphBlock>());
                Assert.That(
                    RenderedMarkdown.TextOf(document),
                    Is.EqualTo($"Before {string.Join(' ', Expected(text))} after.")
                );
                Assert.That(document.Descendants<Inline>().Where(IsFormatting), Is.Empty);
            },
            iter: 3_000
        );

    [Test]
    public void Inline_InATable_StaysInItsCell() =>
        AnyPlan.Text.Sample(text =>
        {
            var document = RenderedMarkdown.Parse($"| a | b |\n| --- | --- |\n| {SafeMarkdown.Inline(text)} | x |\n");

            var row = document.Single().Descendants<Markdig.Extensions.Tables.TableRow>().Last();
            Assert.That(row, Has.Count.EqualTo(2), text);
            Assert.That(RenderedMarkdown.TextOf(row[1]), Is.EqualTo("x"));
        });

    [Test]
    public void Sentence_OfAnyText_HoldsCodeAndWordsOnly() =>
        AnyPlan.Text.Sample(
            text =>
            {
                var document = RenderedMarkdown.Parse($"Before {SafeMarkdown.Sentence(text, 1_000_000)} after.\n");

                Assert.That(document.Single(), Is.TypeOf<ParagraphBlock>());
                Assert.That(
                    document.Descendants<Inline>().Where(inline => IsFormatting(inline) && inline is not CodeInline),
                    Is.Empty,
                    text
                );
                Assert.That(RenderedMarkdown.WordsOf(document).Select(RenderedMarkdown.WhatIsLive), Has.All.Null, text);
            },
            iter: 3_000
        );

    [TestCase("So :``smile: it is.")]
    [TestCase("See g``h-12.")]
    public void Sentence_WithEmptyCode_LinksNothingAcrossIt(string text) =>
        Assert.That(
            RenderedMarkdown
                .WordsOf(RenderedMarkdown.Parse(SafeMarkdown.Sentence(text)))
                .Select(RenderedMarkdown.WhatIsLive),
            Has.All.Null
        );

    [Test]
    public void Any_OfAnyText_LinksNobody() =>
        AnyPlan.Text.Sample(
            text =>
                Assert.That(
                    RenderedMarkdown
                        .WordsOf(RenderedMarkdown.Parse(SafeMarkdown.Quote(text)))
                        .Select(RenderedMarkdown.WhatIsLive),
                    Has.All.Null,
                    text
                ),
            iter: 3_000
        );

    [TestCase("Comment GUIDE, then 10:30.", "> Comment GUIDE, then 10:30.\n")]
    [TestCase("1. one\n- two", "> 1&#46; one\\\n> &#45; two\n")]
    [TestCase("a\n\nb", "> a\\\n> \\\n> b\n")]
    [TestCase("Thanks @anna #1", "> Thanks &#64;\u2060anna &#35;\u20601\n")]
    public void Quote_OfOrdinaryText_StaysReadable(string text, string expected) =>
        Assert.That(SafeMarkdown.Quote(text), Is.EqualTo(expected));

    [Test]
    public void Clipped_InAnEmoji_KeepsWholeCharacters() => Assert.That(Excerpt.Clip("ab😀cd", 3), Is.EqualTo("ab…"));

    private static IEnumerable<string> Expected(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Split('\n')
            .Select(line =>
                VisibleText.From(string.Concat(line.EnumerateRunes())).Replace("\u2060", "", StringComparison.Ordinal)
            );

    private static bool IsFormatting(Inline inline) =>
        inline is not (LiteralInline or HtmlEntityInline or LineBreakInline)
        && inline.GetType() != typeof(ContainerInline);

    /// <summary>A changed line stands below a sign and a blank, which a runner leaves out when it looks for commands.</summary>
    [TestCase("diff", "  ::error::x", false)]
    [TestCase("yaml", "::add-mask::x", false)]
    [TestCase("suggestion", "::as typed", true)]
    public void Fenced_LineLikeAWorkflowCommand_IsNone_ButASuggestionIsAsTyped(
        string info,
        string line,
        bool asTyped
    ) =>
        Assert.That(
            SafeMarkdown.Fenced(info, line).Split('\n').Any(found => found.TrimStart().StartsWith("::")),
            Is.EqualTo(asTyped)
        );
}
