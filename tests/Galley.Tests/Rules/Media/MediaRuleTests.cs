using Galley.Testing;

namespace Galley.Tests.Rules.Media;

/// <summary>A client with one picture, one PDF, and a test that looks at the front matter of one post.</summary>
internal abstract class MediaRuleTests
{
    protected RuleFixture Fixture { get; private set; } = null!;

    [SetUp]
    public void CreateClient()
    {
        Fixture = new RuleFixture();
        Fixture.Write("clients/acme/media/a.png", SampleMedia.Png());
        Fixture.Write("clients/acme/media/a.pdf", SampleMedia.Pdf());
    }

    [TearDown]
    public void DeleteClient() => Fixture.Dispose();

    /// <summary>The codes of the problems on the fourth line of a post, which is <paramref name="line"/>.</summary>
    protected string[] CodesOn(string line)
    {
        Fixture.Post("x", $"scheduled_at: 2026-08-15 10:00\n{line}\n", "A post.");
        return
        [
            .. Fixture
                .Found()
                .Where(found => found.EndsWith(" posts/x.md:4", StringComparison.Ordinal))
                .Select(found => found.Split(' ')[0]),
        ];
    }

    protected static string[] Expected(string? code) => code is null ? [] : [code];
}
