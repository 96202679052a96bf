namespace Galley.Tests.Rules;

public class LeadMagnetRulesTests
{
    private RuleFixture _fixture = null!;

    [SetUp]
    public void MakeDesk() => _fixture = new RuleFixture();

    [TearDown]
    public void RemoveDesk() => _fixture.Dispose();

    [TestCase("Here it is!", "", "GAL401 lead-magnets/g.md:4")]
    [TestCase("Here it is!", "confirm_missing_magnet_url: true\n", null)]
    [TestCase("Here: {{resource_link}}", "", null)]
    [TestCase("Here: <<resource_link>> <<keyword>>", "", "GAL402 lead-magnets/g.md:4")]
    public void Message_WithoutLinkOrWithAnUnknownPlaceholder_IsTold(string template, string front, string? expected)
    {
        _fixture.LeadMagnet("g", front, template: template);

        Assert.That(_fixture.Found(), Is.EqualTo(expected is null ? [] : new[] { expected }));
    }

    [Test]
    public void Message_WithAMisspeltLink_SaysWhatWasMeant()
    {
        _fixture.LeadMagnet("g", template: "Here: <<resorce_link>>");

        Assert.That(
            _fixture.Problems().Select(problem => problem.Help),
            Has.Some.Contains("Did you mean \"resource_link\"?")
        );
    }

    [Test]
    public void Page_PublishedAndEmpty_IsTold()
    {
        _fixture.LeadMagnet("g", body: "");

        Assert.That(_fixture.Found(), Has.One.StartsWith("GAL403"));
    }

    [Test]
    public void Keyword_OfTwoLeadMagnets_IsToldAtTheSecond()
    {
        _fixture.LeadMagnet("a").LeadMagnet("b", keyword: "guide");

        Assert.That(_fixture.Found(), Is.EqualTo(new[] { "GAL404 lead-magnets/b.md:2" }));
    }

    [TestCase("cta_label: Book", "GAL405")]
    [TestCase("cta_url: https://example.com", "GAL405")]
    [TestCase("cta_label: Book, cta_url: http://example.com", "GAL406")]
    [TestCase("cta_label: Book, cta_url: example.com", "GAL406")]
    [TestCase("cta_label: Book, cta_url: mailto:a@b.example", "GAL406")]
    [TestCase("external_resource_url: 'javascript:alert(1)'", "GAL407")]
    [TestCase("cta_label: Book, cta_url: https://example.com", null)]
    public void PageField_WithABadLink_IsTold(string fields, string? code)
    {
        _fixture.LeadMagnet("g", $"hosted_page: {{{fields}}}\n");

        Assert.That(_fixture.Found(), Is.EqualTo(code is null ? [] : new[] { $"{code} lead-magnets/g.md:5" }));
    }

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
    [TestCase("Your <<resource_name>>.", "GAL409")]
    [TestCase("[x](https://example.com) <a@example.com> [m](mailto:a@example.com) `[x](http://y)` x < y", null)]
    public void Page_WithABadLink_IsToldOnItsLine(string body, string? code)
    {
        _fixture.LeadMagnet("g", body: "# Page\n\n" + body);

        Assert.That(_fixture.Found(), Is.EqualTo(code is null ? [] : new[] { $"{code} lead-magnets/g.md:8" }));
    }

    [Test]
    public void Page_ThatCannotBeParsedInGoodTime_IsTold()
    {
        _fixture.LeadMagnet("g", body: string.Concat(Enumerable.Repeat("[a](", 100_000)));

        Assert.That(_fixture.Found(), Is.EqualTo(new[] { "GAL410 lead-magnets/g.md:6" }));
    }
}
