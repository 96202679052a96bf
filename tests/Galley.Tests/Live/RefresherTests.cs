using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Metrics;
using Galley.Live;
using Galley.Payloads;
using Galley.Testing;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Galley.Tests.Live;

internal sealed class RefresherTests
{
    private static readonly PostEngagement Published = new(
        "id-launch",
        "https://www.linkedin.com/posts/x",
        true,
        new PostMetrics(1200, 42, 8, 2)
    );
    private static readonly LeadMagnetAnalytics Analytics = new(
        "id-guide",
        "GUIDE",
        "The guide",
        null,
        new LeadMagnetMetrics(300, 240, false, 24, 0.1, 22, 8, 16, 24)
    );
    private static readonly FakeTimeProvider Clock = new(Sample.Now.ToDateTimeOffset());

    [Test]
    public async Task Post_StillToCome_IsSeenInTheList_AndNoFiguresAreAskedFor()
    {
        await using var ledger = Ledger();
        var api = new ScriptedLeadPanther
        {
            OnAnalytics = _ => Analytics,
            OnList = (_, kind) => new LiveList(kind == Kind.Post ? [Shown("id-launch")] : [], IsWhole: true, null),
        };

        var report = await Refresh(ledger, api, Sample.Client());

        Assert.That(
            api.Calls,
            Is.EquivalentTo(new[] { "list lead-magnet", "get lead-magnet id-guide", "list post", "analytics id-guide" })
        );
        Assert.That(report.For("northwind").Lists[Kind.Post].Vouches, Is.True);
        Assert.That(
            ledger.Events(Sample.AccountId).OfType<Seen>().Select(seen => seen.Key),
            Is.EquivalentTo(new[] { "launch", "guide" })
        );
    }

    [Test]
    public async Task List_ThatCannotBeHad_IsSaidOnce_KeptInTheLedger_AndFiguresAreAskedForEachObject()
    {
        await using var ledger = Ledger();
        var api = new ScriptedLeadPanther
        {
            OnList = (_, _) => throw new ApiException("LeadPanther answered 405.", 405, null),
            OnEngagement = _ => Published,
            OnAnalytics = _ => Analytics,
        };

        var report = await Refresh(ledger, api, Sample.Client());
        var again = await Refresh(ledger, api, Sample.Client());

        Assert.That(api.Calls, Does.Contain("engagement id-launch"));
        Assert.That(report.Warnings, Has.Length.EqualTo(2).And.All.Contains("relies on the ledger alone"));
        Assert.That(again.Warnings, Is.Empty, "it is not asked again for 7 days");
        Assert.That(ledger.Header.NotOffered.Keys, Is.EquivalentTo(new[] { "list-lead-magnets", "list-posts" }));
    }

    [Test]
    public async Task Doubt_IsSettledByTheList()
    {
        var post = Sample.Post();
        var payload = Sample.PayloadOf(post);
        await using var ledger = new InMemoryLedger(Clock).With(
            Sample.AccountId,
            new Intended("northwind", Kind.Post, "launch", payload, Sample.Now - Duration.FromHours(1))
        );
        var api = new ScriptedLeadPanther
        {
            OnList = (_, kind) => new LiveList(kind == Kind.Post ? [Shown("id-launch")] : [], IsWhole: true, null),
        };

        await Refresh(ledger, api, Sample.Client());

        var found = (Found)ledger.Events(Sample.AccountId)[^1];
        Assert.That(
            (found.Key, found.Id, found.Intent),
            Is.EqualTo(("launch", "id-launch", ledger.Events(Sample.AccountId)[0].Stamp!.Id))
        );
    }

    [Test]
    public async Task Past_IsReadOnceEach_SeenOnceEver_AndItsFiguresKeptEachTime()
    {
        await using var ledger = Ledger(past: true);
        var api = new ScriptedLeadPanther { OnEngagement = _ => Published, OnAnalytics = _ => Analytics };

        await Refresh(ledger, api, Sample.Client());
        await Refresh(ledger, api, Sample.Client());

        Assert.That(
            api.Calls.Order(),
            Is.EqualTo(
                new[]
                {
                    "analytics id-guide",
                    "analytics id-guide",
                    "engagement id-launch",
                    "engagement id-launch",
                    "get lead-magnet id-guide",
                    "get lead-magnet id-guide",
                    "list lead-magnet",
                    "list lead-magnet",
                    "list post",
                    "list post",
                }
            )
        );
        Assert.That(
            ledger.Events(Sample.AccountId).OfType<Seen>().Select(seen => seen.Key),
            Is.EquivalentTo(new[] { "launch", "guide" })
        );
        var lines = await ledger.Metrics(Sample.AccountId, CancellationToken.None);
        Assert.That(lines, Has.Length.EqualTo(4));
        Assert.That(
            lines[1],
            Is.EqualTo(
                new MetricsLine(Sample.Now, "northwind", Kind.Post, "launch", "id-launch")
                {
                    PublishedUrl = Published.PublishedUrl,
                    Post = Published.Metrics,
                }
            )
        );
        Assert.That(lines[0].LeadMagnet, Is.EqualTo(Analytics.Metrics));
    }

    [Test]
    public async Task Figures_ThatAreNotThereYet_MakeNoLine_ButTheObjectIsSeen()
    {
        await using var ledger = Ledger(past: true);
        var api = new ScriptedLeadPanther { OnEngagement = id => new PostEngagement(id, null, false, null) };

        await Refresh(ledger, api, Sample.Client());

        Assert.That(await ledger.Metrics(Sample.AccountId, CancellationToken.None), Is.Empty);
        Assert.That(
            ledger.Events(Sample.AccountId).OfType<Seen>().Select(seen => seen.Key),
            Is.EqualTo(new[] { "launch" })
        );
    }

    [Test]
    public async Task Ended_IsNotRead()
    {
        await using var ledger = Ledger();
        var api = new ScriptedLeadPanther();

        await Refresh(ledger, api, Sample.Client() with { Ended = true });

        Assert.That(api.Calls, Is.Empty);
    }

    [Test]
    public async Task Read_ThatFails_ProvesNothing_AndTheOthersGoOn()
    {
        await using var ledger = Ledger(past: true);
        var api = new ScriptedLeadPanther
        {
            OnEngagement = _ => throw new ApiException("LeadPanther answered 500.", 500, "req_1"),
            OnAnalytics = _ => Analytics,
        };

        var report = await Refresh(ledger, api, Sample.Client());

        Assert.That(
            report.Failures,
            Is.EqualTo(new[] { "post northwind/launch could not be read: LeadPanther answered 500." })
        );
        Assert.That(
            report.For("northwind").Readings.Keys,
            Is.EqualTo(new[] { new ObjectKey(Kind.LeadMagnet, "guide") })
        );
    }

    [Test]
    public async Task Account_ThatMayNotBeRead_IsOneFailure()
    {
        await using var ledger = Ledger(past: true);
        var api = new ScriptedLeadPanther
        {
            OnEngagement = Refuse<PostEngagement>,
            OnAnalytics = Refuse<LeadMagnetAnalytics>,
        };

        Assert.That(
            (await Refresh(ledger, api, Sample.Client())).Failures,
            Is.EqualTo(new[] { "northwind could not be read: 403" })
        );

        static T Refuse<T>(string id) => throw new ApiException("403", 403, null);
    }

    [Test]
    public async Task Key_ThatIsRefused_StopsAll()
    {
        await using var ledger = Ledger(past: true);
        var api = new ScriptedLeadPanther { OnEngagement = _ => throw new ApiException("401", 401, null) };

        Assert.That(() => Refresh(ledger, api, Sample.Client()), Throws.TypeOf<ApiException>());
    }

    [Test]
    public async Task Api_ThatTheLedgerDoesNotBelongTo_IsNotAsked()
    {
        await using var ledger = Ledger();
        await ledger.Bind(
            new LedgerBinding("https://app.leadpanther.ai/api/v1", Sample.AccountId, "owner"),
            CancellationToken.None
        );
        var api = new ScriptedLeadPanther();

        Assert.That(
            () => Refresh(ledger, api, Sample.Client()),
            Throws.TypeOf<GalleyException>().With.Message.Contains("belongs to https://app.leadpanther.ai/api/v1")
        );
        Assert.That(api.Calls, Is.Empty);
    }

    private static LiveObject Shown(string id) =>
        new(Kind.Post, id, WireComparison.Parse(Sample.PayloadOf(Sample.Post()).Wire!));

    private static InMemoryLedger Ledger(bool past = false)
    {
        var at = Sample.Now + Duration.FromDays(past ? -1 : 7);
        var (post, magnet) = (Sample.Post() with { ScheduledAt = at }, Sample.LeadMagnet());
        return new InMemoryLedger(Clock).With(
            Sample.AccountId,
            new Adopted("northwind", Kind.Post, "launch", "id-launch", Sample.PayloadOf(post)),
            new Adopted("northwind", Kind.LeadMagnet, "guide", "id-guide", Sample.Live(magnet).Baseline!),
            new Intended("northwind", Kind.Post, "doubtful", Sample.PayloadOf(post), Sample.Now),
            new Adopted("northwind", Kind.Post, "forgotten", "id-forgotten", Sample.PayloadOf(post)),
            new Retired("northwind", Kind.Post, "forgotten")
        );
    }

    private static Task<LiveReport> Refresh(InMemoryLedger ledger, ScriptedLeadPanther api, Client client) =>
        new Refresher(ledger, new LiveReader(_ => api, ledger.Header, () => Sample.Now), Sample.Now).Refresh(
            [client],
            CancellationToken.None
        );
}
