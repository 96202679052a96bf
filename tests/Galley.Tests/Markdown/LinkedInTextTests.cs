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
    [TestCase("One\n===\nTwo\n---\nThree\n-\nFour\n=", "One\n===\nTwo\n---\nThree\n-\nFour\n=")]
    [TestCase("- one\n- two", "• one\n• two")]
    [TestCase("* one\n\n* two", "• one\n\n• two")]
    [TestCase("Intro:\n- one\n- two\n\nOutro", "Intro:\n• one\n• two\n\nOutro")]
    [TestCase("- one\n  more\n  - inner\n    - innermost\n- two", "• one\n  more\n  • inner\n    • innermost\n• two")]
    [TestCase("1. one\n2. two\n3. three", "1. one\n2. two\n3. three")]
    [TestCase("1. one\n1. two\n1. three", "1. one\n1. two\n1. three")]
    [TestCase(
        "8. Mai 1945: Kriegsende\n8. Mai 2025: 80 Jahre danach",
        "8. Mai 1945: Kriegsende\n8. Mai 2025: 80 Jahre danach"
    )]
    [TestCase("01. Strategy\n02. Design\n03. Build", "01. Strategy\n02. Design\n03. Build")]
    [TestCase("3. Bronze\n2. Silver\n1. Gold", "3. Bronze\n2. Silver\n1. Gold")]
    [TestCase("2024) a\n2025) b\n2027) c", "2024) a\n2025) b\n2027) c")]
    [TestCase("> Agents\n>\n> 007. Bond\n> 006. Alec", "Agents\n\n007. Bond\n006. Alec")]
    [TestCase("- one\n  09. nine\n  10. ten\n- two", "• one\n  09. nine\n  10. ten\n• two")]
    [TestCase("3) one\n4) two", "3) one\n4) two")]
    [TestCase("1. one\n   - inner\n2. two", "1. one\n   • inner\n2. two")]
    [TestCase("- - one\n- two", "• - one\n• two")]
    [TestCase("-\n  one\n- two", "•\n  one\n• two")]
    [TestCase("-\n- two", "•\n• two")]
    [TestCase("- [ ] open\n- [x] done", "• [ ] open\n• [x] done")]
    [TestCase("A **bold** and _soft_ `code` word", "A bold and soft code word")]
    [TestCase("A ``lone\nand more`` but `code` word", "A ``lone\nand more`` but code word")]
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
    [TestCase("Text\n\n<div>\nhello\n</div>", "GAL331", 3, 1, "Delete the tags")]
    [TestCase("a <b>bold</b> word", "GAL331", 1, 3, "Delete the tags")]
    [TestCase("one<br>two", "GAL331", 1, 4, "Press Enter")]
    [TestCase("<!-- remember -->", "GAL331", 1, 1, "notes:")]
    [TestCase("A **b** c **d**", "GAL332", 1, 3, "The words stay")]
    [TestCase("a\n\n    code", "GAL332", 3, 1, "The words stay")]
    [TestCase("> quoted", "GAL332", 1, 1, "quotation marks")]
    [TestCase("Comment <<keywrod>>", "GAL333", 1, 9, "Did you mean \"keyword\"?")]
    [TestCase("- a\n- {{ page.title }}", "GAL333", 2, 3, "<<keyword>>, <<resource_name>>")]
    [TestCase("{{< youtube id >}}", "GAL333", 1, 1, "Known here")]
    [TestCase("get <<resource_link>>", "GAL333", 1, 5, "text_template")]
    [TestCase("[a](https://x.example \"Read me\")", "GAL335", 1, 1, "Delete the title")]
    [TestCase("a\n\n[b]: https://x.example", "GAL342", 3, 1, "[words](https://…)")]
    [TestCase("see [a](guide.html)", "GAL336", 1, 5, "https://")]
    [TestCase("see [a]()", "GAL336", 1, 5, "https://")]
    [TestCase("Text\n---", "GAL337", 2, 1, "divider")]
    [TestCase("- a\n- Text\n  ===", "GAL337", 3, 1, "divider")]
    [TestCase("# Text", "GAL332", 1, 1, "#tag")]
    [TestCase("5 \\* 3", "GAL332", 1, 3, "backslash")]
    [TestCase("one\\\ntwo", "GAL332", 1, 4, "backslash")]
    [TestCase("Fish &amp; chips", "GAL332", 1, 6, "\\&")]
    [TestCase("+ 40 % revenue", "GAL340", 1, 1, "•")]
    [TestCase("Costs:\n\n- 12 %\n- 8 %", "GAL340", 3, 1, "•")]
    [TestCase("* for new customers only", "GAL340", 1, 1, "•")]
    [TestCase("# 1 in Europe", "GAL340", 1, 1, "•")]
    [TestCase("Now:\n> 500 customers", "GAL340", 2, 1, "•")]
    [TestCase("- 12 % costs\n- Fewer tickets", "GAL340", 1, 1, "-12 %")]
    [TestCase("1. one\n1. two", "GAL343", 1, 1, "1., 2., 3.")]
    [TestCase("**Wichtig:**Bitte lesen.", "GAL342", 1, 1, "space")]
    [TestCase("Read [our guide] (https://example.com/guide)", "GAL342", 1, 6, "no space between")]
    [TestCase("Read [the deck](https://example.com/my deck.pdf).", "GAL342", 1, 6, "within the address")]
    [TestCase("| a | b |\n|--|--|\n| 1 | 2 |", "GAL342", 2, 1, "marks")]
    [TestCase("##Heading", "GAL342", 1, 1, "hashtag")]
    [TestCase("Was ~~99 €~~", "GAL342", 1, 5, "marks")]
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

    /// <summary>Signs, addresses and words that only look like Markdown.</summary>
    [TestCase("Q2 in numbers:\n+ 40 % revenue\n- 12 % costs")]
    [TestCase("+ - 12")]
    [TestCase("1. - 12 %\n2. + 8 %")]
    [TestCase("-\n\n-")]
    [TestCase("8.\n   1. inner")]
    [TestCase("+ fast\n+ cheap\n- one bug\n- no app")]
    [TestCase("- 3 offices\n- 40 people")]
    [TestCase("- €5\n- £7")]
    [TestCase("A quote.\n\n- Ann Smith, CEO")]
    [TestCase("Free for one year*\n\n* for new customers only")]
    [TestCase("# 1 in Europe for customer service.\n\nThank you.")]
    [TestCase("We are\n# 1")]
    [TestCase("> 500 customers\n>50 countries")]
    [TestCase("> €5m raised")]
    [TestCase("#\n\nnumbers\n\n##")]
    [TestCase("-\n\n*\n\n+")]
    [TestCase("Slides: https://example.com/_next/2026_q2_/deck and https://example.com/*live*")]
    [TestCase("www.example.com/_a_ lnkd.in/_b_c_ @_the_brand_ #_x_ http://a.example/?q=*&copy;=1*")]
    [TestCase("Kund*innen und Kolleg*innen, 2*3*4, a*b*c, f**k and s**t")]
    [TestCase("¯\\_(ツ)_/¯ and ¯\\_(ツ)_/¯")]
    [TestCase("[LIVE]: Launch!\nWe are open. Come by.")]
    [TestCase("[LIVE]: Launch! and more\n\n[LIVE]: again")]
    [TestCase("One.\n\n[1]: Survey2026\n[2]: Survey2025")]
    [TestCase("So [LIVE] it is\n\n[LIVE]: Launch!")]
    [TestCase("> [LIVE]: Launch!", "[LIVE]: Launch!")]
    [TestCase("[a]: one\n[A]: two\n[a]: https://x.example")]
    [TestCase("[study]: https://example.com/study")]
    [TestCase("[LIVE]: Launch!\n+\n[1]:\nGrüße\n*nur heute")]
    public void Render_WhatIsDoubtful_StaysAsTyped(string body, string? expected = null)
    {
        Assert.That(Render(body).Text, Is.EqualTo(expected ?? body));
    }

    [TestCase("**Slides: https://example.com/a_b**", "Slides: https://example.com/a_b")]
    [TestCase("*https://example.com/live*", "https://example.com/live")]
    [TestCase("_see www.example.com/x_ now", "see www.example.com/x now")]
    [TestCase("*Liebe Kolleg*innen und Kund*innen*", "Liebe Kolleg*innen und Kund*innen")]
    [TestCase("**Liefer**zeit und **Kund*innen**", "Lieferzeit und Kund*innen")]
    [TestCase("日本語の**太字**です。한국어**굵은**글씨", "日本語の太字です。한국어굵은글씨")]
    [TestCase("Write to [ann@example.com](mailto:ann@example.com).", "Write to ann@example.com.")]
    [TestCase("[Ann@Example.com](MAILTO:ann@example.com)", "Ann@Example.com")]
    [TestCase("[ann@example.com](mailto:ben@example.com)", "ann@example.com (mailto:ben@example.com)")]
    [TestCase("[+49 (30) 12-34](tel:+49301234)", "+49 (30) 12-34")]
    [TestCase("[call us](tel:+49301234)", "call us (tel:+49301234)")]
    [TestCase("[example.com](https://example.com/)", "https://example.com/")]
    [TestCase("[https://example.com](https://example.com/)", "https://example.com/")]
    [TestCase("[example.com](https://example.com/a)", "example.com (https://example.com/a)")]
    [TestCase(
        "What we learned:\n- Start small\n- Ship often\n👉 Read more\n#growth #b2b",
        "What we learned:\n• Start small\n• Ship often\n👉 Read more\n#growth #b2b"
    )]
    [TestCase("1. one\n2. two\nlazy **line**\n\n   inner", "1. one\n2. two\nlazy line\n\n   inner")]
    [TestCase("- one\n  - inner\nlazy\n- two", "• one\n  • inner\nlazy\n• two")]
    [TestCase("- costs\n  + 40 %\n  + 12 %\n- rest", "• costs\n  + 40 %\n  + 12 %\n• rest")]
    [TestCase("> - one\n> - two\n> lazy", "• one\n• two\nlazy")]
    [TestCase("  - one\n  - two\n  lazy\n    not", "• one\n• two\nlazy\n  not")]
    [TestCase(
        "see [our guide][x]\n\n[unused]: https://a.example\n[x]: https://b.example\n[y]: no",
        "see our guide (https://b.example)\n\n[unused]: https://a.example\n[y]: no"
    )]
    [TestCase(
        "see [a] and [b]\n\n[a]: https://a.example\n[a]: https://c.example\n[b]: https://b.example",
        "see a (https://a.example) and b (https://b.example)\n\n[a]: https://c.example"
    )]
    [TestCase(
        "Mended:\n- [#1]: See below\n- and\n  [#2]:\n\n[#1]: https://a.example/1\n[#2]: https://a.example/2",
        "Mended:\n• #1 (https://a.example/1): See below\n• and\n  #2 (https://a.example/2):"
    )]
    [TestCase(
        "the [`-C\nabort` flag] or `x`, when `y`\n\n[`-C abort` flag]: https://a.example",
        "the `-C\nabort` flag (https://a.example) or x, when y"
    )]
    [TestCase(
        "[x]: https://example.com\n\nsee [x] and [y]\n\n[y]: no",
        "see x (https://example.com) and [y]\n\n[y]: no"
    )]
    public void Render_WhatIsSurelyMeant_IsRendered(string body, string expected)
    {
        Assert.That(Render(body).Text, Is.EqualTo(expected));
    }

    [Test]
    public void Render_ManyMarksOfAKind_GivesOneNoteWithTheWordsAndTheLines()
    {
        var problem = Render("so **a** *b*\n\n_c_ too").Problems.Single();

        Assert.That(
            problem.Message,
            Is.EqualTo(
                "LinkedIn has no bold or italics, so the marks of \"**a**\", \"*b*\" and \"_c_\" are left out. "
                    + "The lines will read: \"so a b\"; \"c too\"."
            )
        );
    }

    [TestCase("**Note (new)**is out.", "\"**Note (new)**\"")]
    [TestCase("- 12 % costs\n- Fewer tickets", "\"• 12 % costs\"")]
    [TestCase("Title\n===", "\"===\"")]
    [TestCase("> quoted", "\"> quoted\"")]
    [TestCase("```csharp\nx\n```", "\"```csharp\"")]
    public void Render_WhatIsTold_QuotesTheWords(string body, string quoted)
    {
        Assert.That(Render(body).Problems.Single().Message, Does.Contain(quoted));
    }

    [TestCase("\\*\\*not bold\\*\\* \\[a\\](https://x.example) \\~~b~~")]
    [TestCase("Kund*innen und Kolleg*innen, f**k and s**t")]
    [TestCase("Price* and more* [Update] (see below) - [1] | a | b |")]
    public void Render_WhatIsNoMarkdown_IsNotWarnedOf(string body)
    {
        Assert.That(Render(body).Problems.Select(problem => problem.Code.Id), Has.None.EqualTo("GAL342"));
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
