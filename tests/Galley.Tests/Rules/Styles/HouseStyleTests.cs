using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Rules;

namespace Galley.Tests.Rules.Styles;

public class HouseStyleTests : RuleTests
{
    [Test]
    public void Existence_InAPost_IsToldWhereTheWordsStandInTheFile()
    {
        Fixture.Write("styles/empty.yml", "extends: existence\nmessage: \"No '%s'.\"\ntokens: [game-changers?]\n");
        Fixture.Post("a", body: "A hook.\n\n- **One** thing\n- A real *game-changer* for you");

        var found = Fixture.Problems().Single(problem => problem.Code.Id == "GAL701");

        Assert.That(found.Message, Is.EqualTo("No 'game-changer'."));
        Assert.That(found.Path, Is.EqualTo("clients/acme/posts/a.md"));
        Assert.That((found.At.Line, found.At.Column), Is.EqualTo((8, 11)));
        Assert.That(found.Help, Does.Contain("styles/empty.yml"));
    }

    [Test]
    public void Existence_BehindWordsOnSeveralLines_IsToldOnItsOwnLine()
    {
        Fixture.Write("styles/empty.yml", "extends: existence\nmessage: No.\ntokens: [synergy]\n");
        Fixture.Post(
            "a",
            body: "[read\nthis](https://read.example)\n\n> quoted\n> lines\n\n```\ncode\n```\n\nand synergy"
        );

        Assert.That(Fixture.Found(), Does.Contain("GAL701 posts/a.md:15"));
    }

    [TestCase("game-changers of all kinds", "GAL701")]
    [TestCase("a game-changerish thing", null)]
    [TestCase("GAME-CHANGER", "GAL701")]
    [TestCase("the Game-Changer prize", null)]
    public void Existence_TakesWholeWordsAndKeepsExceptions(string body, string? code)
    {
        Fixture.Write(
            "styles/empty.yml",
            "extends: existence\nmessage: No.\nignorecase: true\ntokens: ['(?:the )?game-changers?']\n"
                + "exceptions: [the game-changer]\n"
        );
        Fixture.Post("a", body: body);

        Assert.That(Codes(), Is.EqualTo(code is null ? Nothing : [code]));
    }

    [TestCase(
        "We utilise linkedin.",
        new[] { "Use 'use' instead of 'utilise'.", "Use 'LinkedIn' instead of 'linkedin'." }
    )]
    [TestCase("We use LinkedIn.", new string[0])]
    [TestCase("Read https://www.linkedin.com/leverage?utm_source=linkedin now.", new string[0])]
    [TestCase("We leverage it.", new[] { "Use 'use' or 'build on' instead of 'leverage'." })]
    public void Substitution_NamesTheRightWordsThenTheWrongOnes(string body, string[] expected)
    {
        Fixture.Write(
            "styles/plain.yml",
            "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\n"
                + "swap:\n  utili[sz]e: use\n  leverage: use|build on\n  linkedin: LinkedIn\n"
        );
        Fixture.Post("a", body: body);

        Assert.That(Fixture.Problems().Select(problem => problem.Message), Is.EqualTo(expected));
    }

    [TestCase("#a #b", null)]
    [TestCase("#a #b\n#c", "GAL703 7: At most two (3).")]
    [TestCase("none", "GAL703 6: At most two (0).")]
    public void Occurrence_OverMaxOrUnderMin_IsTold(string body, string? expected)
    {
        Fixture.Write(
            "styles/tags.yml",
            "extends: occurrence\nmessage: At most two (%s).\nscope: post\ntoken: '#\\w+'\nmax: 2\nmin: 1\n"
        );
        Fixture.Post("a", "followups: {comments: [{text: '#a #b #c', delay_minutes: 30}]}\n", body);

        var found = Fixture.Problems().Select(problem => $"{problem.Code} {problem.At.Line}: {problem.Message}");

        Assert.That(found, Is.EqualTo(expected is null ? Nothing : [expected]));
    }

    [Test]
    public void Required_WithoutScope_IsAskedOfPostsOnly()
    {
        Fixture.Write(
            "clients/acme/styles/risk.yml",
            "extends: required\nmessage: No disclaimer.\ntokens: ['Capital at risk\\.']\n"
        );
        Fixture
            .LeadMagnet("guide", body: "# A page")
            .Post("a", "lead_magnet: guide\n", "Comment <<keyword>>.")
            .Post("b", body: "Grow. **Capital** at risk.", front: "scheduled_at: 2026-06-16 10:00\n");

        Assert.That(
            Fixture.Found().Where(found => found.StartsWith("GAL7", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "GAL704 posts/a.md:6" })
        );
    }

    [Test]
    public void Rule_OfAnotherClient_IsNotUsed()
    {
        Fixture.Write("clients/other/client.yaml", "name: Other\nclient_id: 00000000-0000-4000-8000-000000000002\n");
        Fixture.Write("clients/other/styles/none.yml", "extends: existence\nmessage: No.\ntokens: [hello]\n");
        Fixture.Post("a", body: "hello");

        Assert.That(Codes(), Is.EqualTo(Nothing));
    }

    [Test]
    public void Comments_AndPages_AreRead()
    {
        Fixture.Write("styles/none.yml", "extends: existence\nmessage: No.\ntokens: [synergy]\n");
        Fixture.Write("styles/headings.yml", "extends: existence\nmessage: No.\nscope: heading\ntokens: [welcome]\n");
        Fixture
            .LeadMagnet("guide", body: "# A welcome\n\nwelcome to **synergy**")
            .Post(
                "a",
                "lead_magnet: guide\nfollowups:\n  comments:\n    - {text: 'synergy, <<keyword>>', delay_minutes: 30}\n",
                "GUIDE"
            );

        Assert.That(
            Fixture.Found(),
            Is.EqualTo(
                new[] { "GAL701 lead-magnets/guide.md:6", "GAL701 lead-magnets/guide.md:8", "GAL701 posts/a.md:7" }
            )
        );
    }

    [Test]
    public void Scope_Sentence_CountsEachByItself()
    {
        Fixture.Write(
            "styles/short.yml",
            "extends: occurrence\nmessage: Too long (%s).\nscope: sentence\ntoken: '\\w+'\nmax: 3\n"
        );
        Fixture.Post("a", body: "One two three. One two three.\nOne two three\nOne two three four.");

        var found = Fixture.Problems().Single();

        Assert.That((found.Message, found.At.Line), Is.EqualTo(("Too long (4).", 7)));
    }

    /// <summary>Nobody can change it any more.</summary>
    [Test]
    public void Post_WhoseTimeHasPassed_IsLeftAlone()
    {
        Fixture.Write("styles/none.yml", "extends: existence\nmessage: No.\ntokens: [synergy]\n");
        Fixture.Post("a", "scheduled_at: 2026-05-01 10:00\n", "synergy");

        Assert.That(Codes().Where(code => code == "GAL701"), Is.Empty);
    }

    [Test]
    public void Level_OfTheRule_IsItsSeverityUntilRulesSaysOtherwise()
    {
        Fixture.Write("styles/none.yml", "extends: existence\nlevel: error\nmessage: No.\ntokens: [synergy]\n");
        Fixture.Post("a", body: "synergy");

        Assert.That(Fixture.Problems().Single().Code.Severity, Is.EqualTo(Severity.Error));
        var softened = new SeverityContext
        {
            Purpose = ValidationPurpose.Validate,
            Rules = Catalogue
                .All.Where(code => code.Id == "GAL701")
                .ToDictionary(code => code.Id, code => code with { Severity = Severity.Note })
                .ToImmutableDictionary(),
        };
        Assert.That(SeverityPolicy.Decide(Fixture.Problems(), softened).Single().Severity, Is.EqualTo(Severity.Note));
    }

    /// <summary>Each match looks to the end of a page of a million characters before it is found.</summary>
    [Test]
    public void HostilePattern_OnALargePage_IsGivenUpAndTheOthersGoOn()
    {
        Fixture.Write("styles/evil.yml", "extends: existence\nmessage: No.\nnonword: true\ntokens: ['(a+)+$', '.']\n");
        Fixture.Write("styles/good.yml", "extends: existence\nmessage: No.\nnonword: true\ntokens: ['a!']\n");
        Fixture.Write(
            "clients/acme/lead-magnets/guide.md",
            $"---\nkeyword: GUIDE\nresource_name: A guide\ntext_template: \"<<resource_link>>\"\n---\n{new string('a', 900_000)}!\n"
        );

        Assert.That(Codes(), Is.SupersetOf(new[] { "GAL701", "GAL705" }));
    }

    private string[] Codes() => [.. Fixture.Problems().Select(problem => problem.Code.Id)];
}
