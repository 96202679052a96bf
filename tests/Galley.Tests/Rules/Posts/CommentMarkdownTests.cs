namespace Galley.Tests.Rules.Posts;

public class CommentMarkdownTests : RuleTests
{
    [TestCase("Get the **free** [guide](https://example.com/guide)", "**free**")]
    [TestCase("Get [the guide](https://example.com/guide).", "[the guide](https://example.com/guide)")]
    [TestCase("Get [the guide] (example.com/guide).", "[the guide] (example.com/guide)")]
    [TestCase("Read *this* first", "*this*")]
    [TestCase("Read _this_ first", "_this_")]
    [TestCase("Run `npm install`", "`npm install`")]
    [TestCase("Was ~~99 €~~, is 49 €", "~~99 €~~")]
    [TestCase("See <https://example.com>", "<https://example.com>")]
    [TestCase("Line<br>break", "<br>")]
    [TestCase("Fish &amp; chips", "&amp;")]
    [TestCase("5 \\* 3", "\\*")]
    public void Comment_WithMarkdown_IsToldWithTheWords(string text, string quoted)
    {
        Comment(text);

        var problem = Fixture.Problems().Single();

        Assert.That((problem.Code.Id, problem.At.Line), Is.EqualTo(("GAL342", 6)));
        Assert.That(problem.Message, Does.StartWith($"\"{quoted}\""));
    }

    [TestCase("Liebe Kund*innen und Kolleg*innen")]
    [TestCase("Price* without VAT. *plus shipping")]
    [TestCase("https://example.com/_next/2026_q2_/deck, snake_case_name, @_the_brand_")]
    [TestCase("What the f**k and s**t, 2*3*4, 5 * 3 * 2")]
    [TestCase("#1 in Europe, #b2b [update] (soon) <3 AT&T ¯\\_(ツ)_/¯ x")]
    [TestCase("- one\n    - two")]
    public void Comment_OfPlainWords_IsFine(string text)
    {
        Comment(text);

        Assert.That(Fixture.Found(), Is.EqualTo(Nothing));
    }

    private void Comment(string text) =>
        Fixture.Post(
            "a",
            $"followups:\n  comments:\n  - text: '{text.Replace("\n", "\n\n", StringComparison.Ordinal)}'\n    delay_minutes: 60\n"
        );
}
