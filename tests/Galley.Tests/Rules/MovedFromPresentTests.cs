namespace Galley.Tests.Rules;

internal sealed class MovedFromPresentTests
{
    [TestCase("moved_from: a\n", "", "GAL128 posts/b.md:4")]
    [TestCase("moved_from: none\n", "", null)]
    [TestCase("moved_from: gone\n", "", null)]
    [TestCase("moved_from: a\n", "moved_from: b\n", null, Description = "swapped")]
    [TestCase("moved_from: a\n", "moved_from: c\n", null, Description = "a chain")]
    [TestCase("moved_from: b\n", "", null, Description = "itself")]
    [TestCase("moved_from: a\n", "notes: [\n", "GAL128 posts/b.md:4", Description = "a is there and can't be read")]
    public void MovedFrom_AFileThatIsStillThere_IsAnError(string front, string frontOfA, string? expected)
    {
        using var fixture = new RuleFixture();
        fixture.Post("a", frontOfA).Post("b", $"scheduled_at: 2026-07-15 10:00\n{front}", "Another.");

        Assert.That(
            fixture.Found().Where(found => found.StartsWith("GAL128", StringComparison.Ordinal)),
            Is.EqualTo(expected is null ? [] : new[] { expected })
        );
    }

    [Test]
    public void MovedFrom_OfALeadMagnet_LooksAtLeadMagnets()
    {
        using var fixture = new RuleFixture();
        fixture.Post("a").LeadMagnet("a").LeadMagnet("b", "moved_from: a\n", keyword: "OTHER");

        Assert.That(fixture.Found(), Has.One.EqualTo("GAL128 lead-magnets/b.md:5"));
    }
}
