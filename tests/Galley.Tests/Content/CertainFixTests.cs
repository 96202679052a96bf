using Galley.Content;
using Galley.Tests.Rules;

namespace Galley.Tests.Content;

/// <summary>The whole post as its corrections leave it, and null where nobody can be sure.</summary>
internal sealed class CertainFixTests
{
    private const string Body = "\n---\nHello.\n";

    [TestCase("status: Draft", "status: draft", TestName = "Value_InOtherCapitals")]
    [TestCase(
        "status: shceduled\nscheduled_at: 2026-06-15 10:00",
        "status: scheduled\nscheduled_at: 2026-06-15 10:00",
        TestName = "Value_WithOneSlip"
    )]
    [TestCase("status: published", null, TestName = "Value_OfAnotherMeaning")]
    [TestCase(
        "status: draft\ncampaign: 2026",
        "status: draft\ncampaign: \"2026\"",
        TestName = "Number_InThePlaceOfAText"
    )]
    [TestCase("status: draft\nsend_ahead: 24 h", "status: draft\nsend_ahead: 24h", TestName = "Duration_WithASpace")]
    [TestCase(
        "status: draft\nlabels: [launch, #b2b, a #b]",
        "status: draft\nlabels: [launch, \"#b2b\", \"a #b\"]",
        TestName = "Hashtags_InBrackets"
    )]
    [TestCase("status: draft\nlabels: [launch, #b2b", null, TestName = "Hashtags_InAnOpenBracket")]
    [TestCase("status: draft\nsend_ahead: soon", null, TestName = "Duration_ThatIsNone")]
    [TestCase(
        "status: draft\nlead_magnet: GUIDE",
        "status: draft\nlead_magnet: pipeline",
        TestName = "LeadMagnet_ByItsKeyword"
    )]
    [TestCase("status: draft\nlead_magnet: handbook", null, TestName = "LeadMagnet_Unknown")]
    [TestCase(
        "status: draft\nnotes: a\u0001b\ntheme_id: c\u0002",
        "status: draft\nnotes: ab\ntheme_id: c",
        TestName = "ControlCharacter"
    )]
    public void FrontMatter(string typed, string? expected) =>
        Check($"---\n{typed}{Body}", expected is null ? null : $"---\n{expected}{Body}");

    [TestCase("Comment <<keywrod>> or <<resource name>>.", "Comment <<keyword>> or <<resource_name>>.")]
    [TestCase("Comment {{keyword }} now, <<anything>>.", null)]
    [TestCase("- A **bold** <<Keywords>>", "- A **bold** <<keyword>>")]
    public void Placeholders(string typed, string? expected)
    {
        const string Front = "---\nstatus: draft\nlead_magnet: pipeline\n---\n";
        Check($"{Front}{typed}\n", expected is null ? null : $"{Front}{expected}\n");
    }

    [TestCase("europe/berlin", "Europe/Berlin")]
    [TestCase("America/New York", "America/New_York")]
    [TestCase("Berlin", null)]
    public void TimeZone(string typed, string? expected)
    {
        using var fixture = new RuleFixture($"time_zone: {typed}\n");

        Assert.That(fixture.Problems().Select(problem => problem.Fix?.Text), Is.EqualTo(new[] { expected }));
    }

    private static void Check(string typed, string? expected)
    {
        using var fixture = new RuleFixture();
        fixture.LeadMagnet("pipeline").Write("clients/acme/posts/a.md", typed);

        var fixes = fixture
            .Problems()
            .Where(problem => problem.Path.EndsWith("/a.md", StringComparison.Ordinal))
            .Select(problem => problem.Fix)
            .OfType<Galley.Diagnostics.Fix>();

        Assert.That(FixedText.Apply(typed, fixes), Is.EqualTo(expected ?? typed));
    }
}
