using CsCheck;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Tests.Rules;

namespace Galley.Tests.Content;

/// <summary>Slips that people make in YAML: each is one diagnostic, on its line, in our own words.</summary>
internal sealed class YamlSlipTests
{
    [TestCase("notes: Ask Ann #urgent", 16, "notes: \"Ask Ann #urgent\"")]
    [TestCase("resource_name: The #1 Guide", 20, "resource_name: \"The #1 Guide\"")]
    [TestCase("resource_name: The # 1 Guide", 20, "resource_name: \"The # 1 Guide\"")]
    [TestCase("text: Read more #growth #b2b", 17, "text: \"Read more #growth #b2b\"")]
    [TestCase("notes: #jobs", 8, "notes: \"#jobs\"")]
    [TestCase("notes: \"Ask Ann\" #urgent", 18, "notes: \"Ask Ann #urgent\"")]
    [TestCase("notes: say \"hi\" #x", 17, "notes: 'say \"hi\" #x'")]
    [TestCase("notes: say \"it's\" #x", 19, "notes: \"say \\\"it's\\\" #x\"")]
    [TestCase("notes: Grüße #größe", 14, "notes: \"Grüße #größe\"")]
    [TestCase("status: draft #wip", 15, "status: \"draft #wip\"")]
    [TestCase("notes: We hire\n  #jobs #b2b", 3, "below `|`")]
    [TestCase("notes:\n  #jobs", 3, "below `|`")]
    [TestCase("a: b\nnotes: one\n  two #three\nc: d", 7, "whole text in quotes")]
    public void Hashtag_InATextWithoutQuotes_IsWarnedOfWithTheLineToType(string yaml, int column, string line)
    {
        var fault = FaultsOf(yaml).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((fault.Code.Id, fault.Code.Severity), Is.EqualTo(("GAL126", Severity.Warning)));
            Assert.That(fault.At.Column, Is.EqualTo(column));
            Assert.That(fault.Help, Does.Contain(line));
        }
    }

    [TestCase("status: draft # a comment")]
    [TestCase("send_ahead: 24h # 1 day")]
    [TestCase("scheduled_at: 2026-06-15 10:00 # 4 pm in London")]
    [TestCase("# 1\nstatus: draft")]
    [TestCase("#images: [a.png]\nstatus: draft")]
    [TestCase("followups:\n  #reaction: {enabled: true}\n  comments: []")]
    [TestCase("notes: C# and F#")]
    [TestCase("notes: a#b")]
    [TestCase("notes: \"a #b\"")]
    [TestCase("body: |\n  Text\n  #hashtag")]
    [TestCase("body: | # a comment\n  Text")]
    [TestCase("notes: text\n#x: y")]
    public void Comment_ThatIsMeant_IsNotWarnedOf(string yaml)
    {
        Assert.That(FaultsOf(yaml), Is.Empty);
    }

    [TestCase("status:draft\nnotes: x", 1, 7, "no space after the colon of `status`", "status: draft")]
    [TestCase("notes: a\nstatus:draft", 2, 7, "no space after the colon", "status: draft")]
    [TestCase("notes: a\nstatus:draft\nkey: b", 2, 7, "no space after the colon", "status: draft")]
    [TestCase("status:draft", 1, 7, "no space after the colon", "status: draft")]
    [TestCase("status：draft\nnotes: x", 1, 7, "wide character", "status: draft")]
    [TestCase("status:\u00A0draft\nnotes: x", 1, 7, "non-breaking space", "status: draft")]
    [TestCase("status:\u202Fdraft\nnotes: x", 1, 7, "non-breaking space", "status: draft")]
    [TestCase("status:\u3000draft\nnotes: x", 1, 7, "wide space", "status: draft")]
    [TestCase("status :draft\nnotes: x", 1, 7, "no space after the colon", "status: draft")]
    public void Colon_WithAStrangeOrMissingSpace_IsNamedAsThatAndMended(
        string yaml,
        int line,
        int column,
        string message,
        string help
    )
    {
        var faults = new List<Problem>();
        Galley.Content.Documents.DocumentReader.Fields(yaml, 1, new("a.yaml", "acme", faults.Add));
        var fault = faults.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((fault.Code.Id, fault.At), Is.EqualTo(("GAL101", new Position(line, column))));
            Assert.That(fault.Message, Does.Contain(message));
            Assert.That(fault.Help, Does.Contain(help));
            Assert.That(fault.Fix?.Text, Is.EqualTo(": "));
        }
    }

    [TestCase("images:\n  - :", "GAL118 2:5")]
    [TestCase("followups:\n  comments:\n    - : x\n      delay_minutes: 60", "GAL118 3:7")]
    [TestCase(": x", "GAL118 1:1")]
    [TestCase("\"\": x", "GAL118 1:1")]
    [TestCase("' ': x", "GAL118 1:1")]
    [TestCase("? \n: x", "GAL118 1:2")]
    [TestCase("notes: *Free*", "GAL106 1:8")]
    [TestCase("notes: *Free* hello", "GAL106 1:8")]
    [TestCase("notes: [*a, b]", "GAL106 1:9")]
    [TestCase("a: &x 1\nb: *x\nc: *x", "GAL106 1:4")]
    [TestCase("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c, *c]", "GAL106 1:4")]
    [TestCase("a: &x 1\nb: &y 2", "GAL106 1:4", "GAL106 2:4")]
    [TestCase("*x : y", "GAL106 1:1")]
    [TestCase("!t x: y", "GAL110 1:1")]
    [TestCase("a: [a #b]\nc: d", "GAL101 1:4")]
    [TestCase("notes: one\n  #two\n  three", "GAL101 3:3")]
    [TestCase("a: \"\\d\"", "GAL101 1:4")]
    [TestCase("a: - b", "GAL101 1:4")]
    [TestCase("a: |2x\n  y", "GAL101 1:4")]
    [TestCase("a: b\n   c: d", "GAL101 2:5")]
    [TestCase("a: b\n- c", "GAL101 2:1")]
    [TestCase("key: [a, b]]", "GAL101 1:12")]
    [TestCase("notes: a\nand more", "GAL101 2:1")]
    [TestCase("%YAML 9.9\n---\na: b", "GAL101 1:1")]
    public void Slip_OfAnyKind_IsOneDiagnosticAtItsPlace(string yaml, params string[] expected)
    {
        Assert.That(
            FaultsOf(yaml).Select(fault => $"{fault.Code} {fault.At.Line}:{fault.At.Column}"),
            Is.EqualTo(expected)
        );
    }

    /// <summary>YamlDotNet's messages begin with "While" or name its tokens.</summary>
    [Test]
    public void Faults_OfBrokenTexts_AreInOurOwnWords()
    {
        string[] pieces =
        [
            "a: b",
            "\n",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "|",
            ">",
            "&x ",
            "*x",
            "!t ",
            "? ",
            ": ",
            ",",
            "%",
            "@",
            "\t",
            "  ",
            "#c",
        ];
        Check.Sample(
            CsCheck
                .Gen.Int[0, pieces.Length - 1]
                .Array[1, 8]
                .Select(all => string.Concat(all.Select(one => pieces[one]))),
            yaml =>
                Assert.That(
                    FaultsOf(yaml).Select(fault => fault.Message),
                    Has.None.Match("While|expected|indicator|token|invalid mapping|Exception"),
                    yaml
                ),
            iter: 5_000
        );
    }

    [TestCase("followups: {comments: [{text: Hi, delay_minutes: \"60\"}]}", "GAL203")]
    [TestCase("followups: {comments: [{text: Hi, delay: 60}]}", "GAL201")]
    [TestCase("followups: {comments: [{text: 5, delay_minutes: 60}]}", "GAL203")]
    [TestCase("followups:\n  comments:\n    - text:Hi", "GAL101")]
    [TestCase("notes: .inf", "GAL203")]
    [TestCase("notes: .NaN", "GAL203")]
    [TestCase("notes: -.INF", "GAL203")]
    [TestCase("nots: x", "GAL201")]
    public void Value_ThatIsWrong_IsOneDiagnostic(string field, string code)
    {
        using var fixture = new RuleFixture();
        fixture.Post("a", $"{field}\n");

        Assert.That(fixture.Found().Select(found => found.Split(' ')[0]), Is.EqualTo(new[] { code }));
    }

    [TestCase("sheduled_at: 2026-06-15 10:00\nstatus: scheduled", "GAL201")]
    [TestCase("date: 2026-06-15 10:00\nstatus: scheduled", "GAL201")]
    [TestCase("staus: draft", "GAL201")]
    public void Field_ThatIsMisspelt_IsOneDiagnosticAndReadAsMeant(string front, string code)
    {
        using var fixture = new RuleFixture();
        fixture.Write("clients/acme/posts/a.md", $"---\n{front}\n---\nHello.\n");

        Assert.That(fixture.Found().Select(found => found.Split(' ')[0]), Is.EqualTo(new[] { code }));
    }

    private static Fault[] FaultsOf(string yaml)
    {
        var faults = new List<Fault>();
        YamlText.Read(yaml, 1, faults.Add);
        return [.. faults];
    }
}
