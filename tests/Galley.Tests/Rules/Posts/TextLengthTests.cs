namespace Galley.Tests.Rules.Posts;

public class TextLengthTests : RuleTests
{
    [Test]
    public void Text_AtAndOverTheLimit_IsCountedInUtf16Units()
    {
        Fixture.Post("a", body: "Hook\n\n" + string.Concat(Enumerable.Repeat("🚀", 1497)));
        Fixture.Post(
            "b",
            "scheduled_at: 2026-07-15 10:00\n",
            "Hook\n\n" + string.Concat(Enumerable.Repeat("🚀", 1497)) + "!"
        );

        Assert.That(Fixture.Found(), Is.EqualTo(new[] { "GAL310 posts/b.md:5" }));
        Assert.That(Fixture.Problems().Single().Help, Does.Contain("Delete 1 char"));
    }
}
