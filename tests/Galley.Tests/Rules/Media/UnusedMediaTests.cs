namespace Galley.Tests.Rules.Media;

internal sealed class UnusedMediaTests : MediaRuleTests
{
    [SetUp]
    public void UseBothFiles() =>
        Fixture.Post("used", "images: [a.png]\n").Post("document", "document: {file: a.pdf, type: pdf}\n", "Doc.");

    [Test]
    public void File_ThatNoPostUses_IsNoted()
    {
        Fixture.Write("clients/acme/media/old.png", Testing.SampleMedia.Png());

        Assert.That(Unused(), Is.EqualTo(new[] { "GAL510 media/old.png:1" }));
    }

    [Test]
    public void File_ThatAPostUses_IsNotNoted()
    {
        Assert.That(Unused(), Is.Empty);
    }

    [Test]
    public void File_WhenAPostCannotBeRead_IsNotNoted()
    {
        Fixture.Write("clients/acme/media/old.png", Testing.SampleMedia.Png());
        Fixture.Write("clients/acme/posts/broken.md", "---\nstatus: [\n---\nx\n");

        Assert.That(Unused(), Is.Empty);
    }

    private string[] Unused() =>
        [.. Fixture.Found().Where(found => found.StartsWith("GAL510", StringComparison.Ordinal))];
}
