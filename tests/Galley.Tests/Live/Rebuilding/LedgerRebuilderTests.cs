using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Live.Rebuilding;
using Galley.Payloads;
using Galley.Testing;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Galley.Tests.Live.Rebuilding;

/// <summary>A lost ledger, made anew out of the lists and the files, over both stores.</summary>
[TestFixture("folder:galley-ledger")]
[TestFixture("git:galley-ledger")]
internal sealed class LedgerRebuilderTests(string uri)
{
    private static readonly Post Past = Sample.Post("past") with { ScheduledAt = Sample.Now - Duration.FromDays(9) };
    private readonly LeadMagnet _magnet = Sample.LeadMagnet();
    private ScriptedLeadPanther _api = null!;
    private TemporaryFolder _root = null!;
    private GitClone _clone = null!;

    private ClientContent Content =>
        Sample.Content(
            _magnet,
            Sample.Post() with
            {
                LeadMagnet = new LeadMagnetReference("guide", null),
            },
            Sample.Post("new"),
            Past
        );

    [SetUp]
    public void MakeAccount()
    {
        _root = new TemporaryFolder();
        _clone = GitClone.Bare(_root["remote.git"]).Clone(_root["clone"]).Commit("galley.yaml", "notify: []\n");
        _api = new ScriptedLeadPanther();
        _api.Objects.Add(Sample.AccountId, Kind.LeadMagnet, "id-m", """{"keyword":"GUIDE"}""");
        _api.Objects.Add(
            Sample.AccountId,
            Kind.Post,
            "id-1",
            $$"""{"text":"The words of launch.","status":"scheduled","scheduled_at":"{{UtcTime.Write(Sample.NextWeek)}}"}"""
        );
        _api.Objects.Add(Sample.AccountId, Kind.Post, "id-2", """{"text":"By hand.","status":"draft"}""");
    }

    [TearDown]
    public void RemoveFolder() => _root.Dispose();

    [Test]
    public async Task Rebuild_WritesWhatIsPaired_AsFound()
    {
        var rebuilt = await Rebuild(pastCountsAsSent: false);

        var state = rebuilt.Files.Single().State;
        Assert.That(state.Find(Kind.LeadMagnet, "guide")!.Id, Is.EqualTo("id-m"));
        var post = state.Find(Kind.Post, "launch")!;
        Assert.That(post, Has.Property("Id").EqualTo("id-1").And.Property("State").EqualTo(ObjectState.Live));
        Assert.That(post.Baseline!.Wire, Does.Contain("id-m"), "as it would be sent today");
        Assert.That(state.Find(Kind.Post, "new"), Is.Null);
        Assert.That(state.Find(Kind.Post, "past"), Is.Null);
        Assert.That(state.Oddity, Is.Null);
        Assert.That(rebuilt.Header.Clients[Sample.AccountId], Is.EqualTo(ScriptedLeadPanther.Owner));
        Assert.That(rebuilt.Header.Api, Is.EqualTo(_api.BaseUrl));
        Assert.That(_api.Creates, Is.Empty);
    }

    [Test]
    public async Task Rebuild_ThatTakesThePastAsSent_LeavesNothingOfItInDoubt()
    {
        var rebuilt = await Rebuild(pastCountsAsSent: true);

        var past = rebuilt.Files.Single().State.Find(Kind.Post, "past")!;
        Assert.That(past, Has.Property("State").EqualTo(ObjectState.Live).And.Property("Id").Null);
        Assert.That(past.LacksPayload, Is.False);
    }

    [Test]
    public async Task Rebuild_ThatWasCutShort_GoesOn()
    {
        var first = await Rebuild(pastCountsAsSent: false);
        _api.Objects.Add(
            Sample.AccountId,
            Kind.Post,
            "id-3",
            $$"""{"text":"The words of new.","status":"scheduled","scheduled_at":"{{UtcTime.Write(Sample.NextWeek)}}"}"""
        );

        var again = await Rebuild(pastCountsAsSent: false);

        Assert.That(again.Header.LedgerId, Is.EqualTo(first.Header.LedgerId));
        Assert.That(again.Files.Single().Events, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Rebuild_WhereALedgerIs_IsRefused()
    {
        await LedgerFactory.Init(Uri, _clone.Folder, Options(), default);
        await using (var ledger = await LedgerFactory.Open(Uri, _clone.Folder, Options(), default))
        {
            await ledger.Record(
                Sample.Client().Account,
                [new Galley.Ledger.Events.Released(Sample.Slug, Kind.Post, "a", "429")],
                default
            );
        }

        Assert.That(
            () => LedgerFactory.RequireUnused(Uri, _clone.Folder, Options(), default),
            Throws.TypeOf<GalleyException>().With.Message.Contains("already")
        );
    }

    [Test]
    public void Rebuild_WithAListThatIsNotWhole_IsRefusedForAll()
    {
        _api.OnList = (_, _) => new LiveList([], IsWhole: false, "Page 2 did not answer.");

        Assert.That(
            () => Read(),
            Throws
                .TypeOf<GalleyException>()
                .With.Message.Contains("northwind: the list of lead magnets is not complete. Page 2 did not answer.")
        );
    }

    [Test]
    public void Rebuild_WithAFileThatCantBeRead_IsRefused() =>
        Assert.That(
            () => Read(Content with { Unread = [new UnreadableFile(Kind.Post, "x", "clients/northwind/posts/x.md")] }),
            Throws.TypeOf<GalleyException>().With.Message.Contains("galley validate")
        );

    private Task<ImmutableArray<RebuiltClient>> Read(ClientContent? content = null) =>
        new LedgerRebuilder(_ => _api, Sample.Now).Read([content ?? Content], default);

    private async Task<LedgerInspection> Rebuild(bool pastCountsAsSent)
    {
        var clients = await Read();
        await using (var ledger = await LedgerFactory.OpenForRebuild(Uri, _clone.Folder, Options(), default))
        {
            await LedgerRebuilder.Write(ledger, clients, pastCountsAsSent, default);
        }

        return (await LedgerFactory.Inspect(Uri, _clone.Folder, Options(), default))!;
    }

    private LedgerUri Uri => LedgerUri.Parse(uri);

    private static LedgerOptions Options() =>
        new()
        {
            Clock = new FakeTimeProvider(Sample.Now.ToDateTimeOffset()),
            ForApply = true,
            RetryDelays = [TimeSpan.Zero],
        };
}
