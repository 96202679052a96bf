using Galley.Testing;

namespace Galley.Tests.Rules.Posts;

public class PicturesTests : RuleTests
{
    [Test]
    public void Pictures_OverTwentyAndBesideADocument_AreNoted()
    {
        Fixture.Write("clients/acme/media/a.png", SampleMedia.Png());
        Fixture.Write("clients/acme/media/a.pdf", SampleMedia.Pdf());
        Fixture.Post(
            "a",
            $"images: [{string.Join(", ", Enumerable.Repeat("a.png", 21))}]\ndocument: {{file: a.pdf, type: pdf}}\n"
        );

        Assert.That(Fixture.Found(), Is.EquivalentTo(new[] { "GAL317 posts/a.md:4", "GAL316 posts/a.md:5" }));
    }
}
