using Galley.Content;
using Galley.Diagnostics;
using Galley.Payloads;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Content;

public class ReadingTests
{
    private const string Fields = """
        status: scheduled
        scheduled_at: 2026-06-15 10:00
        lead_magnet: guide
        images: [{url: https://example.com/a.png}]
        followups:
          comments: [{text: Comment GUIDE., delay_minutes: 60}]
        send_ahead: 24h
        approved: 7482
        moved_from: none

        """;

    private ContentFolder _content = null!;

    [SetUp]
    public void MakeFolder() => _content = new ContentFolder();

    [TearDown]
    public void DeleteFolder() => _content.Dispose();

    /// <summary>For the preview alone: what is sent, and the code that people approve, are the same without it.</summary>
    [Test]
    public void Post_WithAnAlternativeText_SendsWhatItSendsWithout()
    {
        const string Image = "{url: https://example.com/a.png}";
        _content
            .Write("clients/acme/posts/a.md", $"---\nstatus: draft\nimages: [{Image}]\n---\nHi\n")
            .Write(
                "clients/acme/posts/b.md",
                $"---\nstatus: draft\nimages: [{Image.Replace("}", ", alt: A chart}", StringComparison.Ordinal)}]\n---\nHi\n"
            );

        var read = _content.Read();

        var payloads = read.Posts.Select(post => PostPayload.For(post, read.Client!, null, References.None));
        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.Posts.Select(post => post.Images.Single().Alt), Is.EqualTo(new[] { null, "A chart" }));
        Assert.That(payloads.Select(payload => payload.Sha256).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Post_InAllThreeForms_IsTheSameObject()
    {
        _content
            .Write("clients/acme/posts/a.md", $"---\n{Fields}---\n\nHello\n\nthere\n\n")
            .Write("clients/acme/posts/b.yaml", $"{Fields}body: |\n  \n  Hello\n\n  there\n\n")
            .Write("clients/acme/posts/c.yaml", $"{Fields}body_file: text.md\n")
            .Write("clients/acme/posts/text.md", "\nHello\n\nthere");

        var read = _content.Read();

        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.Posts.Select(post => post.Key), Is.EqualTo(["a", "b", "c"]));
        foreach (var post in read.Posts)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(post.Body, Is.EqualTo("Hello\n\nthere"));
                Assert.That(post.ScheduledAt, Is.EqualTo(Instant.FromUtc(2026, 6, 15, 14, 0)));
                Assert.That(post.LeadMagnet, Is.EqualTo(new LeadMagnetReference("guide", null)));
                Assert.That(post.Images, Is.EqualTo([new Medium("https://example.com/a.png", null)]));
                Assert.That(post.Followups!.Comments, Is.EqualTo([new Comment("Comment GUIDE.", 60)]));
                Assert.That(post.SendAhead, Is.EqualTo(new SendAhead(Duration.FromHours(24))));
                Assert.That(post.Approved, Is.EqualTo("7482"));
                Assert.That(post.MovedFrom, Is.EqualTo(new MovedFrom(null)));
            }
        }
    }

    [Test]
    public void Positions_InTheWholeFile_AreThoseOfTheEditor()
    {
        _content
            .Write(
                "clients/acme/posts/a.md",
                $"---\r\n{Fields.Replace("\n", "\r\n", StringComparison.Ordinal)}---\r\n\r\nHello"
            )
            .Write("clients/acme/posts/b.yaml", $"\uFEFF{Fields}body: |\n\n    Hello")
            .Write("clients/acme/posts/c.yaml", $"{Fields}body_file: text.md\n")
            .Write("clients/acme/posts/text.md", "\n\nHello");

        var posts = _content.Read().Posts;

        var (markdown, yaml, split) = (posts[0].SourceMap, posts[1].SourceMap, posts[2].SourceMap);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(markdown.At("followups", "comments", 0, "delay_minutes"), Is.EqualTo(new Position(7, 52)));
            Assert.That(markdown.At("followups", "comments", 5), Is.EqualTo(markdown.At("followups", "comments")));
            Assert.That(markdown.BodyStart, Is.EqualTo(new Position(13, 1)));
            Assert.That(yaml.BodyStart, Is.EqualTo(new Position(12, 5)));
            Assert.That(
                (split.BodyPath, split.BodyStart),
                Is.EqualTo(("clients/acme/posts/text.md", new Position(3, 1)))
            );
        }
    }

    [TestCase("2026-06-15T10:00", "2026-06-15T14:00:00Z")]
    [TestCase("2026-06-15 10:00:30", "2026-06-15T14:00:30Z")]
    [TestCase("2026-06-15T14:00:00.000Z", "2026-06-15T14:00:00Z")]
    [TestCase("2026-06-15 10:00 +02:00", "2026-06-15T08:00:00Z")]
    [TestCase("2026-06-15 10:00+0200", "2026-06-15T08:00:00Z")]
    [TestCase("2026-11-01 01:30 -05:00", "2026-11-01T06:30:00Z")]
    public void Time_InEachWriting_IsOneMoment(string typed, string moment)
    {
        _content.Write("clients/acme/posts/a.md", $"---\nstatus: scheduled\nscheduled_at: {typed}\n---\nHi");

        Assert.That(_content.Read().Posts.Single().ScheduledAt.ToString(), Is.EqualTo(moment));
    }

    [Test]
    public void Settings_GivenForAll_AreTheClientsUnlessItHasItsOwn()
    {
        _content
            .Write(
                "galley.yaml",
                "time_zone: Europe/Paris\nsend_ahead: 2d\npaused: true\nnotify: [ann]\n"
                    + "rules: {GAL314: warning, GAL313: note}\nlimits: {min_gap: 45m}"
            )
            .Write(
                "clients/beta/client.yaml",
                "name: B\nuser_id: 00000000-0000-4000-8000-000000000009\nsend_ahead: merge\npaused: false\nrules: {GAL314: note}"
            );

        var repository = Repository.Open(_content.Root);
        var (acme, beta) = (repository.Read("acme").Client!, repository.Read("beta").Client!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(repository.Settings.Limits, Is.EqualTo(new Limits { MinGap = Duration.FromMinutes(45) }));
            Assert.That((acme.Zone.Id, beta.Zone.Id), Is.EqualTo(("America/New_York", "Europe/Paris")));
            Assert.That(
                (acme.SendAhead.Window, beta.SendAhead.Window),
                Is.EqualTo(((Duration?)Duration.FromDays(2), (Duration?)null))
            );
            Assert.That(beta.Account, Is.EqualTo(new Account("00000000-0000-4000-8000-000000000009", IsDirect: true)));
            Assert.That((beta.Paused, beta.Notify[0]), Is.EqualTo((true, "ann")));
            Assert.That(
                (
                    acme.Rules["GAL314"].Severity,
                    beta.Rules["GAL314"].Severity,
                    beta.Rules["GAL313"].Severity
                ).ToString(),
                Is.EqualTo("(Warning, Note, Note)")
            );
        }
    }

    [Test]
    public void Followups_ExplicitlyNull_AreNoneRatherThanTheDefault()
    {
        _content
            .Write("clients/acme/posts/a.md", "---\nstatus: draft\nfollowups: null\n---\nHi")
            .Write("clients/acme/posts/b.md", "---\nstatus: draft\n---\nHi");

        var posts = _content.Read().Posts;

        Assert.That(posts[0].Followups, Is.EqualTo(new Followups(null, [])));
        Assert.That(posts[1].Followups, Is.Null);
    }

    [Test]
    public void Post_WithAFieldThatCantBeRead_IsReadInPartAndListedAsUnread()
    {
        _content.Write("clients/acme/posts/a.md", "---\nstatus: draft\nnotes: 5\n---\nHi");

        var read = _content.Read();

        Assert.That(read.Posts.Single().Body, Is.EqualTo("Hi"));
        Assert.That(read.Unread, Is.EqualTo([new UnreadableFile(Kind.Post, "a", "clients/acme/posts/a.md")]));
    }

    [Test]
    public void Scalars_OfYaml11_AreTexts()
    {
        _content.Write(
            "clients/acme/lead-magnets/a.yaml",
            "keyword: yes\nresource_name: on\ntext_template: 2026-06-15\nbody: no"
        );

        var read = _content.Read();

        Assert.That(read.Problems, Is.Empty);
        Assert.That(
            read.LeadMagnets.Single() is { Keyword: "yes", ResourceName: "on", TextTemplate: "2026-06-15", Body: "no" }
        );
    }

    [Test]
    public void Root_FromAFolderInside_IsFoundUpward()
    {
        var inside = Directory.CreateDirectory(_content.FullPath("clients/acme/posts/deep")).FullName;

        Assert.That(ContentRoot.Find(inside), Is.EqualTo(_content.Root));
    }

    [Test]
    public void Root_NowhereUpward_SaysWhatToDo()
    {
        using var elsewhere = new TemporaryFolder();

        Assert.That(
            () => ContentRoot.Find(elsewhere.Path),
            Throws.InstanceOf<GalleyException>().With.Message.Contains("galley init")
        );
    }
}
