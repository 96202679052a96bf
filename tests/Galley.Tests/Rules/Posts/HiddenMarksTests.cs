using System.Globalization;
using System.Text;
using CsCheck;
using Galley.Markdown;

namespace Galley.Tests.Rules.Posts;

/// <summary>Characters that nobody sees and that LinkedIn would get, wherever people write for readers.</summary>
public class HiddenMarksTests : RuleTests
{
    private const string Override = "\u202E";

    /// <summary>Joiners, variation selectors and direction marks among them.</summary>
    private static readonly Gen<string> AnyScript = Gen.Int[0x20, 0x10FFFF]
        .Where(code => Rune.IsValid(code) && !IsMeant(code))
        .Select(code => new Rune(code).ToString());

    private static readonly string[] Ordinary =
    [
        "\u200C",
        "\u200D",
        "\u200E",
        "\u200F",
        "\u061C",
        "\u200B",
        "\u00AD",
        "\uFE0F",
        "\u180B",
        "\n",
        "\t",
        " ",
        "👩‍👩‍👧",
        "❤️",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "🇺🇦",
        "می‌خواهم",
        "क्‍ष",
        "שלום",
        "مرحبا",
        "漢字",
        "葛󠄀",
        "ភាសា\u200Bខ្មែរ",
    ];

    [TestCase("\u202E", "U+202E RIGHT-TO-LEFT OVERRIDE")]
    [TestCase("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE")]
    [TestCase("&#x2028;", "U+2028 LINE SEPARATOR")]
    [TestCase("\U000E0041", "U+E0041 TAG CHARACTER")]
    [TestCase("&#x202e;", "U+202E RIGHT-TO-LEFT OVERRIDE")]
    public void Body_WithAHiddenCharacter_IsToldByNameLineAndColumn(string hidden, string name)
    {
        Fixture.Post("a", body: $"Hook\n\nPay {hidden}001 euros");

        var problem = Fixture.Problems().Single(found => found.Code.Id != "GAL332");

        Assert.That((problem.Code.Id, problem.At.Line, problem.At.Column), Is.EqualTo(("GAL339", 7, 5)));
        Assert.That(problem.Message, Does.StartWith($"{name} is after \"Pay\""));
    }

    [Test]
    public void Line_WithSeveral_IsToldOnce()
    {
        Fixture.Post("a", body: "\u202Aone\u202C two\n\u2067three\u2069");

        Assert.That(
            Fixture
                .Problems()
                .Select(problem =>
                    (problem.At.Line, problem.Message.Contains("(1 more on this line)", StringComparison.Ordinal))
                ),
            Is.EqualTo(new[] { (5, true), (6, true) })
        );
    }

    [Test]
    public void Message_OfAnyPlace_HoldsNoneItself()
    {
        Fixture.LeadMagnet(
            "guide",
            $"not_connected_reply: a\u2067{Override}b\nhosted_page: {{title: \"a\\e[31m\"}}\n",
            $"# A{Override}b",
            template: "See\\u202E <<resource_link>>"
        );
        Fixture.Post("a", $"followups:\n  comments:\n  - text: one {Override}two\n    delay_minutes: 60\n");
        var problems = Fixture.Problems();

        Assert.That(
            problems.Select(problem => $"{problem.Code} {problem.Path[13..]}:{problem.At.Line}"),
            Is.EqualTo(
                new[]
                {
                    "GAL339 lead-magnets/guide.md:4",
                    "GAL339 lead-magnets/guide.md:5",
                    "GAL339 lead-magnets/guide.md:6",
                    "GAL339 lead-magnets/guide.md:8",
                    "GAL339 posts/a.md:6",
                }
            )
        );
        Assert.That(problems.SelectMany(problem => HiddenCharacters.In(problem.Message)), Is.Empty);
    }

    [Test]
    public void DefaultComment_OfTheClient_IsToldOnceInItsFile()
    {
        using var shared = new RuleFixture(
            $"followups:\n  comments: [{{text: 'Hi {Override}there', delay_minutes: 60}}]\n"
        );
        shared.Post("a").Post("b", "scheduled_at: 2026-07-15 10:00\n", "Another.");

        Assert.That(shared.Found(), Is.EqualTo(new[] { "GAL339 client.yaml:4" }));
    }

    [Test]
    public void FlagOfARegion_UnlikeWordsInTags_IsFine()
    {
        Fixture.Post("a", body: "From 🏴󠁧󠁢󠁳󠁣󠁴󠁿 with love");
        Fixture.Post(
            "b",
            "scheduled_at: 2026-07-15 10:00\n",
            "From 🏴" + string.Concat("a hidden order".Select(letter => char.ConvertFromUtf32(0xE0000 + letter)))
        );

        Assert.That(Fixture.Found(), Is.EqualTo(new[] { "GAL339 posts/b.md:5" }));
    }

    [Test]
    public void OrdinaryText_OfAnyScript_IsNeverWarnedOf() =>
        Gen.OneOf(AnyScript, Gen.Int[0, Ordinary.Length - 1].Select(index => Ordinary[index]))
            .Array[0, 30]
            .Sample(parts => !HiddenCharacters.In(string.Concat(parts)).Any());

    [Test]
    public void RightToLeftText_WithItsMarks_IsFine()
    {
        Fixture.Post("a", body: "שלום \u200Fעולם (LinkedIn\u200E) مرحبا\u061C، می‌خواهم");

        Assert.That(Fixture.Found(), Is.EqualTo(Nothing));
    }

    /// <summary>
    /// By what Unicode says of them, not by our list: controls, bidi formatting, deprecated formatting, annotations, tags.
    /// </summary>
    private static bool IsMeant(int code) =>
        Rune.GetUnicodeCategory(new Rune(code))
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || code
            is >= 0x202A
                and <= 0x202E
                or >= 0x2066
                and <= 0x206F
                or 0xFEFF
                or >= 0xFFF9
                and <= 0xFFFB
                or >= 0xE0000
                and <= 0xE007F;
}
