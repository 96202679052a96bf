using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Live.Rebuilding;
using Galley.Payloads;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Live.Rebuilding;

internal sealed class AccountPairerTests
{
    [Test]
    public void Post_WithTheSameTextAndTime_IsPaired_WhateverTheLineEnds()
    {
        var pairing = Pair([Sample.Post("launch", "One.\n\nTwo.")], Post("id-1", "One.\r\n\r\nTwo. ", Sample.NextWeek));

        Assert.That(pairing.Paired.Select(x => (x.Key, x.There.Id)), Is.EqualTo(new[] { ("launch", "id-1") }));
        Assert.That(pairing.WithoutFile, Is.Empty);
    }

    [Test]
    public void Post_AtAnotherTime_IsNotPaired()
    {
        var pairing = Pair(
            [Sample.Post()],
            Post("id-1", "The words of launch.", Sample.NextWeek + Duration.FromHours(1))
        );

        Assert.That(
            pairing.WithoutTwin.Select(x => (x.Path, x.IsPast)),
            Is.EqualTo(new[] { ("clients/northwind/posts/launch.md", false) })
        );
        Assert.That(pairing.WithoutFile.Select(x => x.Id), Is.EqualTo(new[] { "id-1" }));
    }

    [Test]
    public void Post_WithTwoOfIt_IsUnclear_AndSoAreTwoFilesWithOneOfThem()
    {
        var twoThere = Pair(
            [Sample.Post()],
            Post("id-1", "The words of launch.", Sample.NextWeek),
            Post("id-2", "The words of launch.", Sample.NextWeek)
        );
        var twoFiles = Pair(
            [Sample.Post("a", "Hello"), Sample.Post("b", "Hello")],
            Post("id-1", "Hello", Sample.NextWeek)
        );

        Assert.That(twoThere.Unclear.Single().There.Select(x => x.Id), Is.EqualTo(new[] { "id-1", "id-2" }));
        Assert.That(twoThere.WithoutFile, Is.Empty);
        Assert.That(twoFiles.Unclear.Select(x => x.Key), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(twoFiles.Paired, Is.Empty);
    }

    [Test]
    public void PostToCome_ThatAListShowsAsDeleted_IsNotPairedWithIt()
    {
        var deleted = Post("id-1", "The words of launch.", Sample.NextWeek, "deleted");

        var alone = Pair([Sample.Post()], deleted);
        var beside = Pair([Sample.Post()], deleted, Post("id-2", "The words of launch.", Sample.NextWeek));

        Assert.That(alone.Paired, Is.Empty);
        Assert.That(alone.Unclear.Single().There.Single().Id, Is.EqualTo("id-1"));
        Assert.That(beside.Paired.Single().There.Id, Is.EqualTo("id-2"));
    }

    [Test]
    public void Draft_IsPairedWithADraftAlone()
    {
        var draft = Sample.Post() with { Status = PostStatus.Draft };

        var scheduled = Pair([draft], Post("id-1", "The words of launch.", Sample.NextWeek));
        var same = Pair([draft], Post("id-1", "The words of launch.", null, "draft"));

        Assert.That(scheduled.WithoutTwin.Single().IsDraft, Is.True);
        Assert.That(same.Paired, Has.Length.EqualTo(1));
    }

    [Test]
    public void PastPost_IsPairedByItsText_WhereWhatIsPublishedIsShownWithoutATime()
    {
        var past = Sample.Post() with { ScheduledAt = Sample.Now - Duration.FromDays(1) };

        var published = Pair([past], Post("id-1", "The words of launch.", null, "published"));
        var none = Pair([past]);

        Assert.That(published.Paired.Single().There.Id, Is.EqualTo("id-1"));
        Assert.That(none.WithoutTwin.Single().IsPast, Is.True);
    }

    [Test]
    public void LeadMagnet_WithTheSameKeyword_IsPaired_WhateverItsName()
    {
        var live = new LiveObject(
            Kind.LeadMagnet,
            "id-m",
            new JsonObject { ["keyword"] = "guide", ["resource_name"] = "Another name" }
        );

        var pairing = AccountPairer.Pair(Sample.Content(Sample.LeadMagnet()), [live], [], Sample.Now);

        Assert.That(pairing.Paired.Select(x => (x.Kind, x.Key)), Is.EqualTo(new[] { (Kind.LeadMagnet, "guide") }));
    }

    [Test]
    public void Placeholders_AreResolved_BeforeTextsAreCompared()
    {
        var magnet = Sample.LeadMagnet();
        var post = Sample.Post("launch", "Comment <<keyword>>.") with
        {
            LeadMagnet = new LeadMagnetReference("guide", null),
        };

        var pairing = AccountPairer.Pair(
            Sample.Content(magnet, post),
            [],
            [Post("id-1", "Comment GUIDE.", Sample.NextWeek)],
            Sample.Now
        );

        Assert.That(pairing.Paired.Single().Key, Is.EqualTo("launch"));
    }

    private static AccountPairing Pair(Post[] files, params LiveObject[] there) =>
        AccountPairer.Pair(Sample.Content(files), [], there, Sample.Now);

    private static LiveObject Post(string id, string text, Instant? at, string status = "scheduled") =>
        new(
            Kind.Post,
            id,
            new JsonObject
            {
                ["id"] = id,
                ["text"] = text,
                ["status"] = status,
                ["scheduled_at"] = at is { } time ? UtcTime.Write(time) : null,
            }
        );
}
