using CsCheck;
using Galley.Markdown;

namespace Galley.Tests.Markdown;

/// <summary>The short way says what the long one says, or nothing.</summary>
public class PlainMarkdownRendererTests
{
    private static readonly PlaceholderValues Values = new("GUIDE", "The *guide*");

    private static readonly string[] Pieces =
    [
        "word",
        "Word",
        "a",
        "7",
        "12",
        "1.",
        "1)",
        ".",
        ")",
        "(",
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\n",
        "\n\n",
        "\n\n\n",
        "\n- ",
        "\n-",
        "- ",
        "-",
        "--",
        "---",
        "===",
        "\n\n- ",
        "#tag",
        "# ",
        "#",
        "@name",
        "<<keyword>>",
        "<<resource_name>>",
        "<<resource_link>>",
        "<<keyword>",
        "<<< keyword>>",
        ">>",
        ">",
        "<",
        "{{keyword}}",
        "{",
        "}",
        "[in the notes](https://example.com/notes/1)",
        "[a](http://b_c.example/~d)",
        "[https://a.example](https://a.example)",
        "[a](https://b.example \"t\")",
        "[a](b)",
        "[a]",
        "[a]: https://b.example",
        "](",
        "!",
        "[",
        "]",
        "*",
        "**",
        "_",
        "`",
        "\\",
        "&",
        "&amp;",
        "~~",
        "|",
        "+",
        ":",
        "\t",
        "\r",
        "\0",
        "\u00A0",
        "\u2003",
        "\u2028",
        "\uFEFF",
        "“",
        "é",
        "–",
        "🚀",
        "\uD83D",
        "•",
        "://",
        "https://example.com/a",
        "$5",
        "'",
        "\"",
    ];

    private static readonly Gen<string> Any = For(Pieces);
    private static readonly Gen<string> Plain = For([
        .. Pieces.Where(piece => PlainMarkdownRenderer.TryRender($"a{piece}a", Values) is not null),
    ]);

    private static Gen<string> For(string[] pieces) =>
        Gen.Int[0, pieces.Length - 1]
            .Array[1, 14]
            .Select(chosen => string.Concat(chosen.Select(index => pieces[index])));

    [Test]
    public void TryRender_AnyText_GivesWhatTheTreeGivesOrNothing() =>
        Gen.OneOf(Any, Plain, Gen.String)
            .Sample(
                body =>
                {
                    if (PlainMarkdownRenderer.TryRender(body, Values) is not { } quick)
                    {
                        return;
                    }

                    var thorough = LinkedInText.RenderThoroughly(body, TextFormat.Markdown, Values);
                    Assert.That(quick, Is.EqualTo(thorough.Text), body);
                    Assert.That(thorough.Problems, Is.Empty, body);
                },
                iter: 30_000,
                print: body => $"\"{body}\""
            );

    [TestCase("One line.\nAnother, with a #tag and @name – 5 of 7.\n\n\n(The end!)")]
    [TestCase(
        "What worked:\n\n- This.\n- 3 more, as Ann said.\n\n- A last one\n\nComment <<keyword>> and I send <<resource_name>>."
    )]
    [TestCase(
        "More [in the notes](https://example.com/notes/7?a=b#c), or at [https://example.com](https://example.com)."
    )]
    public void TryRender_WhatMostPostsAreMadeOf_IsSure(string body)
    {
        Assert.That(
            PlainMarkdownRenderer.TryRender(body, Values),
            Is.EqualTo(LinkedInText.RenderThoroughly(body, TextFormat.Markdown, Values).Text)
        );
    }

    [TestCase("a <<keyword>>")]
    [TestCase("a [link](/nowhere)")]
    [TestCase("a **word**")]
    public void TryRender_WhatThereIsSomethingToSayOf_IsNotSure(string body)
    {
        Assert.That(PlainMarkdownRenderer.TryRender(body, PlaceholderValues.None), Is.Null);
    }
}
