using CsCheck;
using Galley.Markdown;

namespace Galley.Tests.Markdown;

/// <summary>Nothing of the author's words is lost, doubled or reordered, whatever Markdown stands around them.</summary>
public class WordsPropertyTests
{
    private static readonly Gen<string> Word = Gen.Select(
        Gen.Char["abcdefghkmpqrtuvwxyz"],
        Gen.Int[0, 999],
        (letter, number) => $"{letter}{letter}{number}"
    );
    private static readonly Gen<string> Words = Word.Array[1, 4].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Inline = Gen.Frequency(
        (6, Words),
        (1, Words.Select(text => $"**{text}**")),
        (1, Words.Select(text => $"*{text}*")),
        (1, Words.Select(text => $"***{text}** {text}*")),
        (1, Words.Select(text => $"_{text}_")),
        (1, Words.Select(text => $"`{text}`")),
        (1, Words.Select(text => $"[{text}](https://{text.Replace(' ', '-')}.example)")),
        (1, Words.Select(text => $"[**{text}**](https://x.example)")),
        (1, Word.Select(text => $"<https://{text}.example>")),
        (1, Words.Select(text => $"~~{text}~~")),
        (1, Words.Select(text => $"\\*{text}\\*")),
        (1, Words.Select(text => $"{text}&amp;{text}")),
        (1, Words.Select(text => $"*{text}")),
        (1, Words.Select(text => $"[{text}")),
        (1, Words.Select(text => $"<{text.Replace(' ', '>')}")),
        (1, Words.Select(text => $"<<keyword>> {text}")),
        (1, Words.Select(text => $"🚀 {text} עולם مرحبا"))
    );

    private static readonly Gen<string> Line = Inline.Array[1, 3].Select(parts => string.Join(' ', parts));

    private static readonly Gen<string> Paragraph = Gen.Select(
        Line.Array[1, 3],
        Gen.OneOf(Gen.Const("\n"), Gen.Const("  \n"), Gen.Const("\\\n")),
        (lines, end) => string.Join(end, lines)
    );

    private static readonly Gen<string> Block = Gen.Recursive<string>(
        (depth, inner) =>
            Gen.Frequency(
                (6, Paragraph),
                (1, Gen.Select(Gen.Int[1, 6], Line, (level, text) => new string('#', level) + " " + text)),
                (1, Line.Select(text => text + "\n===")),
                (1, Line.Array[1, 4].Select(lines => "```\n" + string.Join('\n', lines.Select(Bare)) + "\n```")),
                (1, Line.Array[1, 4].Select(lines => string.Join('\n', lines.Select(line => "    " + Bare(line))))),
                (1, Gen.Const("---")),
                (1, Line.Array[1, 3].Select(lines => string.Join('\n', lines.Select(line => $"| {line} | {line} |")))),
                (depth > 3 ? 0 : 2, Blocks(inner).Select(text => SetIn(text, "> ", "> "))),
                (
                    depth > 3 ? 0 : 2,
                    Blocks(inner)
                        .Array[1, 3]
                        .Select(items => string.Join('\n', items.Select(item => SetIn(item, "- ", "  "))))
                ),
                (
                    depth > 3 ? 0 : 2,
                    Blocks(inner)
                        .Array[1, 3]
                        .Select(items => string.Join('\n', items.Select((item, n) => SetIn(item, $"{n + 1}. ", "   "))))
                )
            )
    );

    private static Gen<string> Blocks(Gen<string> block) =>
        Gen.Select(block.Array[1, 3], Gen.OneOf(Gen.Const("\n\n"), Gen.Const("\n\n\n")), (blocks, gap) =>
            string.Join(gap, blocks)
        );

    [Test]
    public void Render_AnyDocument_KeepsTheWordsInOrder()
    {
        Blocks(Block)
            .Sample(
                body =>
                {
                    var rendered = LinkedInText.Render(
                        body,
                        TextFormat.Markdown,
                        new PlaceholderValues("keyword", "resource")
                    );
                    Assert.That(WordsOf(rendered.Text), Is.EqualTo(WordsOf(body)), body + "\n=>\n" + rendered.Text);
                },
                iter: 3_000,
                print: body => body
            );
    }

    [Test]
    public void Render_AnyCharacters_NeverThrows()
    {
        Gen.OneOf(
                Gen.String,
                Gen.String["*_`[](){}<>!#-+=|\\&;:~ \n\t1.a\"'"],
                Gen.Select(Blocks(Block), Gen.Int[0, 400], Gen.Char, (body, at, mark) =>
                    body.Insert(Math.Min(at, body.Length), mark.ToString())
                )
            )
            .Sample(
                body => LinkedInText.Render(body, TextFormat.Markdown, PlaceholderValues.None).Text is not null,
                iter: 10_000
            );
    }

    [Test]
    public void Render_BlankLinesBetweenParagraphs_KeepTheirNumber()
    {
        Gen.Select(Words, Gen.Int[1, 5])
            .Array[2, 6]
            .Sample(paragraphs =>
            {
                var body = string.Concat(paragraphs.Select(part => part.Item1 + new string('\n', part.Item2 + 1)))
                    .TrimEnd('\n');

                Assert.That(
                    LinkedInText.Render(body, TextFormat.Markdown, PlaceholderValues.None).Text,
                    Is.EqualTo(body)
                );
            });
    }

    /// <summary>What code must not be given here: marks that stay in code would be words of neither side.</summary>
    private static string Bare(string line) => string.Join(' ', WordsOf(line));

    private static string SetIn(string text, string first, string rest) =>
        first + text.Replace("\n", "\n" + rest, StringComparison.Ordinal);

    /// <summary>Letters and digits; entities and list numbers are no words.</summary>
    private static string[] WordsOf(string text)
    {
        var plain = text.Replace("&amp;", "&", StringComparison.Ordinal);
        return [.. WordPattern().Matches(plain).Select(match => match.Value)];
    }

    private static System.Text.RegularExpressions.Regex WordPattern() => new(@"\p{L}{2,}[0-9]*");
}
