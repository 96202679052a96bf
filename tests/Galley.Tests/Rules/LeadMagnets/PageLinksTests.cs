namespace Galley.Tests.Rules.LeadMagnets;

public class PageLinksTests : RuleTests
{
    [TestCase("[x](http://example.com)", "GAL406")]
    [TestCase("<http://example.com>", "GAL406")]
    [TestCase("[x](ftp://example.com)", "GAL406")]
    [TestCase("[x](javascript:alert)", "GAL407")]
    [TestCase("[x](JAVA&Tab;SCRIPT:alert)", "GAL407")]
    [TestCase("[x](data:text/html,hi)", "GAL407")]
    [TestCase("<a href=\" &#106;avascript:alert(1)\">x</a>", "GAL407")]
    [TestCase("<script>alert(1)</script>", "GAL407")]
    [TestCase("[x](chapter-2.md)", "GAL408")]
    [TestCase("![x](//cdn.example.com/a.png)", "GAL408")]
    [TestCase("[x][r]\n\n[r]: ../up.md", "GAL408")]
    [TestCase("[x](https://example.com) <a@example.com> [m](mailto:a@example.com) `[x](http://y)` x < y", null)]
    public void Page_WithABadLink_IsToldOnItsLine(string body, string? code)
    {
        Fixture.LeadMagnet("g", body: "# Page\n\n" + body);

        Assert.That(Fixture.Found(), Is.EqualTo(code is null ? [] : new[] { $"{code} lead-magnets/g.md:8" }));
    }

    [Test]
    public void Page_ThatCannotBeParsedInGoodTime_IsTold()
    {
        Fixture.LeadMagnet("g", body: string.Concat(Enumerable.Repeat("[a](", 100_000)));

        Assert.That(Fixture.Found(), Is.EqualTo(new[] { "GAL410 lead-magnets/g.md:6" }));
    }
}
