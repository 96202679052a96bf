using Galley.Diagnostics;
using Galley.Markdown;

namespace Galley.Tests.Markdown;

public class LinkedInTextTests
{
    private static readonly PlaceholderValues Values = new("GUIDE", "Pipeline *Guide*");

    [TestCase("One\nTwo", "One\nTwo")]
    [TestCase("One  \nTwo\\\nThree", "One\nTwo\nThree")]
    [TestCase("One\n\n\n\nTwo", "One\n\n\n\nTwo")]
    [TestCase("# One\nTwo", "One\nTwo")]
    [TestCase("# One\n\n## Two ##", "One\n\nTwo")]
    [TestCase("One\n===\nTwo", "One\nTwo")]
    [TestCase("- one\n- two", "• one\n• two")]
    [TestCase("* one\n\n* two", "• one\n\n• two")]
    [TestCase("Intro:\n- one\n- two\n\nOutro", "Intro:\n• one\n• two\n\nOutro")]
    [TestCase("- one\n  more\n  - inner\n    - innermost\n- two", "• one\n  more\n  • inner\n    • innermost\n• two")]
    [TestCase("1. one\n2. two\n3. three", "1. one\n2. two\n3. three")]
    [TestCase("1. one\n1. two\n1. three", "1. one\n2. two\n3. three")]
    [TestCase("3) one\n4) two", "3) one\n4) two")]
    [TestCase("1. one\n   - inner\n2. two", "1. one\n   • inner\n2. two")]
    [TestCase("- - one", "• • one")]
    [TestCase("-\n  one", "• one")]
    [TestCase("-\n- two", "•\n• two")]
    [TestCase("- [ ] open\n- [x] done", "• [ ] open\n• [x] done")]
    [TestCase("A **bold** and _soft_ `code` word", "A bold and soft code word")]
    [TestCase("```csharp\nvar x = 1;\n\n  y();\n```\nafter", "var x = 1;\n\n  y();\nafter")]
    [TestCase("text\n\n    indented\n      more\n\nend", "text\n\nindented\n  more\n\nend")]
    [TestCase("> quoted\n>\n> more\n\nend", "quoted\n\nmore\n\nend")]
    [TestCase("[guide](https://example.com/a_(b))", "guide (https://example.com/a_(b))")]
    [TestCase("[https://example.com](https://example.com)", "https://example.com")]
    [TestCase("[](https://example.com)", "https://example.com")]
    [TestCase("see [the **guide**][g].\n\n[g]: https://example.com", "see the guide (https://example.com).")]
    [TestCase("one [g]\n\n[g]: https://example.com\n\ntwo", "one g (https://example.com)\n\ntwo")]
    [TestCase("<https://example.com> and <me@example.com>", "https://example.com and me@example.com")]
    [TestCase("https://example.com/snake_case_path?a=1&b=2", "https://example.com/snake_case_path?a=1&b=2")]
    [TestCase("\\*not bold\\* \\# no \\\\ heading", "*not bold* # no \\ heading")]
    [TestCase("Fish &amp; chips &copy; &#x41; &bogus;", "Fish & chips © A &bogus;")]
    [TestCase("#growth @anna 5 * 3 * 2 snake_case", "#growth @anna 5 * 3 * 2 snake_case")]
    [TestCase("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |")]
    [TestCase("One\n\n---\n\nTwo\n\n* * *", "One\n\n---\n\nTwo\n\n* * *")]
    [TestCase("🚀 שלום **עולם** مرحبا\n👩‍👩‍👧", "🚀 שלום עולם مرحبا\n👩‍👩‍👧")]
    [TestCase("~~struck~~ :rocket: ==mark==", "~~struck~~ :rocket: ==mark==")]
    [TestCase("Comment <<keyword>> for {{ resource_name }}!", "Comment GUIDE for Pipeline *Guide*!")]
    [TestCase("<<keyword>>", "GUIDE")]
    [TestCase("\\<\\<keyword>>", "<<keyword>>")]
    [TestCase(
        "**<<keyword>>** `<<keyword>>` [<<resource_name>>](https://x.example/<<keyword>>)",
        "GUIDE GUIDE Pipeline *Guide* (https://x.example/GUIDE)"
    )]
    [TestCase("a << 3 >> c < d {x} {{ y", "a << 3 >> c < d {x} {{ y")]
    public void Render_Markdown_ReadsAsTyped(string body, string expected)
    {
        Assert.That(Render(body).Text, Is.EqualTo(expected));
    }

    [TestCase("![Our chart](chart.png)", "GAL330", 1, 1, "images: [chart.png]")]
    [TestCase("Text\n\n<div>\nhello\n</div>", "GAL331", 3, 1, "Take the tags out")]
    [TestCase("a <b>bold</b> word", "GAL331", 1, 3, "Take the tags out")]
    [TestCase("one<br>two", "GAL331", 1, 4, "Press Enter")]
    [TestCase("<!-- remember -->", "GAL331", 1, 1, "notes:")]
    [TestCase("A **b** c **d**", "GAL332", 1, 3, "The words stay")]
    [TestCase("a\n\n    code", "GAL332", 3, 1, "The words stay")]
    [TestCase("> quoted", "GAL332", 1, 1, "quotation marks")]
    [TestCase("Comment <<keywrod>>", "GAL333", 1, 9, "Did you mean \"keyword\"?")]
    [TestCase("- a\n- {{ page.title }}", "GAL333", 2, 3, "<<keyword>>, <<resource_name>>")]
    [TestCase("{{< youtube id >}}", "GAL333", 1, 1, "Known here")]
    [TestCase("get <<resource_link>>", "GAL333", 1, 5, "text_template")]
    [TestCase("[a](https://x.example \"Read me\")", "GAL335", 1, 1, "title out")]
    [TestCase("a\n\n[b]: https://x.example", "GAL335", 3, 1, "[words][b]")]
    [TestCase("see [a](guide.html)", "GAL336", 1, 5, "https://")]
    [TestCase("see [a]()", "GAL336", 1, 5, "https://")]
    [TestCase("Text\n---", "GAL337", 1, 1, "blank line")]
    public void Render_WhatLinkedInCannotShow_IsSaidOnItsPlace(
        string body,
        string code,
        int line,
        int column,
        string help
    )
    {
        var problem = Render(body).Problems.Single();

        Assert.That((problem.Code.Id, problem.At), Is.EqualTo((code, new Position(line, column))));
        Assert.That(problem.Help, Does.Contain(help));
    }

    [Test]
    public void Render_ManyMarksOfAKind_GivesOneNoteWithTheirNumber()
    {
        var problem = Render("**a** *b*\n\n_c_").Problems.Single();

        Assert.That(problem.Message, Does.Contain("3 times"));
    }

    [Test]
    public void Render_PlaceholderWithoutLeadMagnet_SaysSoAndStaysVisible()
    {
        var rendered = LinkedInText.Render("Comment <<keyword>>", TextFormat.Markdown, PlaceholderValues.None);

        Assert.That(rendered.Problems.Single().Code.Id, Is.EqualTo("GAL334"));
        Assert.That(rendered.Text, Is.EqualTo("Comment <<keyword>>"));
    }

    [Test]
    public void Render_Plain_ChangesPlaceholdersOnly()
    {
        var rendered = LinkedInText.Render("**a** <b>\n  {{keyword}} x <<keywrod>>", TextFormat.Plain, Values);

        Assert.That(rendered.Text, Is.EqualTo("**a** <b>\n  GUIDE x <<keywrod>>"));
        Assert.That(rendered.Problems.Single().At, Is.EqualTo(new Position(2, 17)));
    }

    [Test]
    public void Render_Length_CountsUtf16Units()
    {
        Assert.That(Render("👩‍🚀**é**").Text, Has.Length.EqualTo(6));
    }

    private static RenderedText Render(string body) => LinkedInText.Render(body, TextFormat.Markdown, Values);
}
