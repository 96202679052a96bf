using Galley.Diagnostics;
using Galley.Editing;
using Galley.Testing;
using Galley.Tests.Content;
using NodaTime.Text;

namespace Galley.Tests.Editing;

/// <summary>What an editor is told at the place of the | in a text that is not saved.</summary>
internal sealed class EditingSessionTests
{
    private const string Post = "clients/acme/posts/a.md";
    private const string YamlPost = "clients/acme/posts/b.yaml";
    private const string Magnet = "clients/acme/lead-magnets/guide.md";

    private ContentFolder _folder = null!;
    private EditingSession _session = null!;

    [SetUp]
    public void WriteContent()
    {
        _folder = new ContentFolder();
        _folder
            .Write("galley.yaml", "time_zone: Europe/London\n")
            .Write("clients/acme/media/team.png", SampleMedia.Png(1200, 627))
            .Write("clients/acme/media/deck.pdf", SampleMedia.Pdf())
            .Write(
                Magnet,
                "---\nkeyword: GUIDE\nresource_name: Pipeline Guide\ntext_template: \"<<resource_link>>\"\n---\n# Page\n"
            )
            .Write(Post, "---\nstatus: draft\n---\nHi\n")
            .Write(YamlPost, "status: draft\nbody: Hi\n");
        _session = new EditingSession(_folder.Root, () => InstantPattern.General.Parse("2026-06-01T12:00:00Z").Value);
    }

    [TearDown]
    public void RemoveContent() => _folder.Dispose();

    [TestCase(Post, "---\nstatus: draft\nsched|\n---\nHi", "scheduled_at", "status,body,body_file")]
    [TestCase(YamlPost, "status: draft\n|\nbody: Hi", "body_file,images", "body,status")]
    [TestCase(YamlPost, "followups:\n  |\n  repost: null\nbody: Hi", "reaction,comments", "repost,status")]
    [TestCase(YamlPost, "followups:\n  comments:\n    - text: x\n      |", "delay_minutes", "text,comments")]
    [TestCase(YamlPost, "followups:\n  comments:\n    - {text: x, |", "delay_minutes", "comments,status")]
    [TestCase("clients/acme/client.yaml", "name: Acme\n|", "time_zone,client_id", "name")]
    [TestCase("galley.yaml", "limits:\n  |", "max_creates", "time_zone")]
    [TestCase("styles/a.yaml", "|", "extends,message", "status")]
    [TestCase("clients/acme/client.yaml", "time_zone: Europe/|", "Europe/Paris", "name")]
    [TestCase(Post, "---\nstatus: |\n---\n", "scheduled,draft", "true")]
    [TestCase(YamlPost, "followups:\n  reaction: {enabled: |", "true,false", "status")]
    [TestCase(Post, "---\nlead_magnet: |\n---\n", "guide", "true")]
    [TestCase(Post, "---\nimages: [|\n---\n", "team.png", "deck.pdf")]
    [TestCase(Post, "---\nimages:\n  - |\n---\n", "team.png", "deck.pdf")]
    [TestCase(YamlPost, "document: {file: |", "deck.pdf", "team.png")]
    [TestCase(YamlPost, "document:\n  file: |", "deck.pdf", "team.png")]
    [TestCase(Post, "---\nscheduled_at: |\n---\n", "2026-06-02 09:00", "")]
    [TestCase(Post, "---\nlead_magnet: guide\n---\nComment <<|", "<<keyword>>,<<resource_name>>", "<<resource_link>>")]
    [TestCase(YamlPost, "lead_magnet: guide\nbody: |\n  Comment <|", "<<keyword>>", "status")]
    [TestCase(Magnet, "---\ntext_template: Here <<|\n---\n", "<<resource_link>>", "<<keyword>>")]
    public void Complete_AtAPlace_OffersWhatFitsThere(string path, string text, string offered, string left)
    {
        var at = Write(path, text);

        var labels = _session.Complete(path, at).Select(completion => completion.Label).ToArray();

        Assert.That(labels, Is.SupersetOf(offered.Split(',')));
        Assert.That(labels.Intersect(left.Split(',')), Is.Empty);
    }

    [TestCase(Post, "---\nstatus: draft\n---\nWrite what you | like: anything")]
    [TestCase(YamlPost, "body: |\n  A text:\n  | on a line")]
    [TestCase("README.md", "|")]
    public void Complete_WithinAText_OffersNothing(string path, string text)
    {
        var at = Write(path, text, last: true);

        Assert.That(_session.Complete(path, at), Is.Empty);
    }

    [Test]
    public void Complete_OfALeadMagnetAndAPicture_SaysWhichItIs()
    {
        var magnet = _session.Complete(Post, Write(Post, "---\nlead_magnet: gu|\n---\n")).Single();
        var picture = _session.Complete(Post, Write(Post, "---\nimages: [team.png, te|\n---\n")).Single();

        Assert.That((magnet.Detail, magnet.Replaces), Is.EqualTo(("GUIDE · Pipeline Guide", 2)));
        Assert.That(picture.Detail, Does.StartWith("1200 × 627"));
        Assert.That(picture.Replaces, Is.EqualTo(2));
    }

    [TestCase(
        "---\nstatus: draft\nscheduled_|at: 2026-06-15 10:00\n---\nHi",
        "Mon 15 Jun 2026 10:00",
        "Mon 15 Jun 2026 14:00** UTC"
    )]
    [TestCase("---\nstatus: draft\nlead_magnet: gui|de\n---\nHi", "GUIDE", "Pipeline Guide")]
    [TestCase("---\nstatus: draft\nlead_magnet: guide\n---\n**Bold** | <<keyword>>", "Bold  GUIDE", "**11** of 3,000")]
    [TestCase("---\nsta|tus: draft\n---\nHi", "the post goes out at its time", "")]
    [TestCase(
        "---\nstatus: draft\nfollowups:\n  reaction:\n    delay_|minutes: 3\n---\nHi",
        "Minutes after the post",
        ""
    )]
    public void Hover_AtAPlace_SaysWhatItMeans(string text, string expected, string also)
    {
        var hover = _session.Hover(Post, Write(Post, text));

        Assert.That(hover, Does.Contain(expected).And.Contain(also));
    }

    [Test]
    public void Check_OfUnsavedTexts_FindsWhatTheyWouldBring()
    {
        _session.Write(Post, "---\nstatus: darft\n---\nHi\n");

        var found = _session.Check(YamlPost);

        Assert.That(found.Select(diagnostic => (diagnostic.Path, diagnostic.At.Line)), Does.Contain((Post, 2)));
        _session.Close(Post);
        Assert.That(_session.Check(Post).Where(diagnostic => diagnostic.Severity == Severity.Error), Is.Empty);
    }

    [TestCase("clients/acme/posts/new.md")]
    [TestCase("clients/acme/posts/june/new.md")]
    public void Check_OfAFileThatWasNeverSaved_FindsWhatIsWrongWithIt(string path)
    {
        _session.Write(path, "---\nstatus: darft\n---\nHi\n");

        Assert.That(
            _session.Check(path).Select(diagnostic => (diagnostic.Path, diagnostic.At.Line)),
            Does.Contain((path, 2))
        );
    }

    [Test]
    public void Check_OfTheFirstFileOfAFolder_FindsWhatIsWrongWithIt()
    {
        _folder.Write("clients/kestrel/client.yaml", "name: Kestrel\n");
        _session.Write("clients/kestrel/posts/new.md", "---\nstatus: darft\n---\nHi\n");

        Assert.That(
            _session.Check("clients/kestrel/posts/new.md").Select(diagnostic => (diagnostic.Path, diagnostic.At.Line)),
            Does.Contain(("clients/kestrel/posts/new.md", 2))
        );
    }

    [TestCase("clients/acme/posts/README.md")]
    [TestCase("clients/acme/media/notes.md")]
    public void Check_OfWhatIsNoContent_ReadsNothing(string path)
    {
        _session.Write(path, "# Notes\n");

        Assert.That(_session.Check(path).Select(diagnostic => diagnostic.Path), Does.Not.Contain(path));
    }

    [Test]
    public void Check_OfUnsavedSettings_ReadsThemToo()
    {
        _session.Write("galley.yaml", "limits: {post_text: 1}\n");
        Assert.That(_session.Check(Post).Select(diagnostic => diagnostic.Code), Does.Contain("GAL310"));

        _session.Write("galley.yaml", "limitz: 1\n");
        Assert.That(_session.Check("galley.yaml").Select(diagnostic => diagnostic.Path), Does.Contain("galley.yaml"));
    }

    private Position Write(string path, string text, bool last = false)
    {
        var place =
            last || text.Contains("body: |", StringComparison.Ordinal)
                ? text.LastIndexOf('|')
                : text.IndexOf('|', StringComparison.Ordinal);
        _session.Write(path, text.Remove(place, 1));
        var before = text[..place].Split('\n');
        return new Position(before.Length, before[^1].Length + 1);
    }
}
