using Galley.Testing;

namespace Galley.Tests.Rules;

public class MediaRulesTests
{
    private RuleFixture _fixture = null!;

    [SetUp]
    public void MakeDesk()
    {
        _fixture = new RuleFixture();
        _fixture.Write("clients/acme/media/a.png", SampleMedia.Png());
        _fixture.Write("clients/acme/media/wide.png", SampleMedia.Png(2400, 300));
        _fixture.Write("clients/acme/media/a.pdf", SampleMedia.Pdf());
        _fixture
            .Post("all", "images: [a.png, wide.png]\n")
            .Post("doc", "scheduled_at: 2026-07-15 10:00\ndocument: {file: a.pdf, type: pdf}\n", "Doc.");
    }

    [TearDown]
    public void RemoveDesk() => _fixture.Dispose();

    [TestCase("images: [a.png]", null)]
    [TestCase("images: [wide.png]", "GAL511")]
    [TestCase("images: [a.pdf]", "GAL512")]
    [TestCase("document: {file: a.png, type: pdf}", "GAL512")]
    [TestCase("images: [none.png]", "GAL501")]
    [TestCase("images: [{url: 'https://cdn.example.com/a.png'}]", null)]
    [TestCase("images: [{url: 'http://cdn.example.com/a.png'}]", "GAL514")]
    [TestCase("images: [{url: 'https://github.com/user-attachments/assets/1'}]", "GAL509")]
    [TestCase("images: [{url: 'https://drive.google.com/file/d/1/view'}]", "GAL509")]
    [TestCase("images: [{url: 'https://www.dropbox.com/s/1/a.png?dl=0'}]", "GAL509")]
    [TestCase("images: [{url: 'https://www.dropbox.com/s/1/a.png?raw=1'}]", null)]
    [TestCase("document: {url: 'https://docs.google.com/d/1', type: pdf}", "GAL509")]
    public void Media_OfAPost_AreTold(string front, string? code)
    {
        _fixture.Post("x", $"scheduled_at: 2026-08-15 10:00\n{front}\n", "Third.");

        var found = _fixture.Found().Where(text => text.Contains("posts/x.md", StringComparison.Ordinal));

        Assert.That(found, Is.EqualTo(code is null ? [] : new[] { $"{code} posts/x.md:4" }));
    }

    [Test]
    public void Media_ThatNoPostUses_AreNoted()
    {
        _fixture.Write("clients/acme/media/old.png", SampleMedia.Png());

        Assert.That(_fixture.Found(), Has.One.EqualTo("GAL510 media/old.png:1"));
    }

    [Test]
    public void Media_WhenAPostCannotBeRead_AreNotCalledUnused()
    {
        _fixture.Write("clients/acme/media/old.png", SampleMedia.Png());
        _fixture.Write("clients/acme/posts/broken.md", "---\nstatus: [\n---\nx\n");

        Assert.That(_fixture.Found(), Has.None.StartsWith("GAL510"));
    }
}
