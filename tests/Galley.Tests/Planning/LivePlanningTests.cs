using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Planning;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Planning;

internal sealed class LivePlanningTests
{
    private static readonly LeadMagnet Guide = Sample.LeadMagnet();

    [Test]
    public void Post_OnceSeenAndNow404_IsGone_AndNeverCreated()
    {
        var post = Sample.Post();

        Assert.That(
            Only(
                [post],
                [Sample.Live(post) with { WasSeen = true }],
                (Kind.Post, "launch", new LiveReading.Missing())
            ).Type,
            Is.EqualTo(ActionType.Gone)
        );
    }

    [Test]
    public void Post_NeverSeenAnd404_IsStillTakenAsLive()
    {
        var post = Sample.Post();

        Assert.That(
            Only([post], [Sample.Live(post)], (Kind.Post, "launch", new LiveReading.Missing())).Type,
            Is.EqualTo(ActionType.Unchanged)
        );
    }

    /// <summary>By its own path, where no list is to be had: as a plan without a key remembers it, so that both say the same.</summary>
    [TestCase(14, ActionType.Unchanged)]
    [TestCase(15, ActionType.Gone)]
    public void Post_404ByItsOwnPath_IsGone_OnceItHadTimeToAppear(int minutesOld, ActionType type)
    {
        var live = Sample.Live(Sample.Post()) with { Since = Sample.Now - Duration.FromMinutes(minutesOld) };
        var read = new ObjectRead(Kind.Post, live.Id!, There: null, Sample.Now, Events: 0);

        var plan = ClientPlanner.Plan(
            new PlanningInput
            {
                Content = Sample.Content(Sample.Post()),
                Settings = new Settings(),
                Now = Sample.Now,
                Ledger = Sample.Ledger(live),
                Live = LiveState.Unread.With(read),
            }
        );

        Assert.That(plan.Actions.Single().Type, Is.EqualTo(type));
    }

    [Test]
    public void Post_RemovedAndGone_IsWrittenDownAsDeleted()
    {
        var action = Only(
            [],
            [Sample.Live(Sample.Post()) with { WasSeen = true }],
            (Kind.Post, "launch", new LiveReading.Missing())
        );

        Assert.That(
            action,
            Has.Property("Type").EqualTo(ActionType.Delete).And.Property("Detail").Contains("no longer there")
        );
    }

    [TestCase(5 * 60 + 59, null, ActionType.Unchanged)]
    [TestCase(6 * 60, null, ActionType.Drifted)]
    [TestCase(6 * 60, "https://www.linkedin.com/posts/x", ActionType.Unchanged)]
    [TestCase(-60, null, ActionType.Unchanged)]
    public void Post_NotPublished_HasDriftedSixHoursAfterItsTime(int minutesPast, string? url, ActionType type)
    {
        var post = Sample.Post() with { ScheduledAt = Sample.Now - Duration.FromMinutes(minutesPast) };

        var action = Only([post], [Sample.Live(post)], (Kind.Post, "launch", Engagement(url)));

        Assert.That((action.Type, action.PublishedUrl), Is.EqualTo((type, url)));
    }

    [Test]
    public void Draft_IsNeverLate()
    {
        var draft = Sample.Post() with { Status = PostStatus.Draft, ScheduledAt = Sample.Now - Duration.FromDays(2) };

        Assert.That(
            Only(
                [Sample.Client() with { SendDrafts = true }, draft],
                [Sample.Live(draft)],
                (Kind.Post, "launch", Engagement(null))
            ).Type,
            Is.EqualTo(ActionType.Unchanged)
        );
    }

    [TestCase("GUIDE", "The guide", "The guide", "published", null)]
    [TestCase("GUIDES", "The guide", "The guide", "published", "There its keyword is \"GUIDES\", not \"GUIDE\"")]
    [TestCase(
        "GUIDE",
        "Another",
        "The guide",
        "published",
        "There its resource_name is \"Another\", not \"The guide\""
    )]
    [TestCase(
        "GUIDE",
        "The guide",
        "A page",
        "draft",
        "There its hosted_page.title is \"A page\", not \"The guide\", and its hosted_page.status is \"draft\", not \"published\""
    )]
    [TestCase(null, null, null, null, null)]
    public void LeadMagnet_DriftsByItsKeywordNamePageTitleAndStatus_AndByNothingThatIsNotGiven(
        string? keyword,
        string? name,
        string? title,
        string? status,
        string? detail
    )
    {
        var page = title is null ? null : new LeadMagnetPage("page", title, "slug", status, null);
        var reading = new LiveReading.OfLeadMagnet(new LeadMagnetAnalytics("id-of-guide", keyword, name, page, null));

        var action = Only([Guide], [Sample.Live(Guide)], (Kind.LeadMagnet, "guide", reading));

        Assert.That(
            (action.Type, action.Detail),
            Is.EqualTo((detail is null ? ActionType.Unchanged : ActionType.Drifted, detail))
        );
    }

    [Test]
    public void LeadMagnet_ThatShowsWhatTheFileSaysNow_HasNotDrifted()
    {
        var reading = new LiveReading.OfLeadMagnet(
            new LeadMagnetAnalytics("id-of-guide", "NEW", "The guide", null, null)
        );

        Assert.That(
            Only([Guide with { Keyword = "NEW" }], [Sample.Live(Guide)], (Kind.LeadMagnet, "guide", reading)).Type,
            Is.EqualTo(ActionType.Update)
        );
    }

    [Test]
    public void LeadMagnet_ThatIsGone_HoldsTheNewPostsThatNeedIt()
    {
        var needs = Sample.Post() with { LeadMagnet = new LeadMagnetReference("guide", null) };

        var plan = Plan(
            [Guide, needs],
            [Sample.Live(Guide) with { WasSeen = true }],
            (Kind.LeadMagnet, "guide", new LiveReading.Missing())
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type, action.Reason)),
            Is.EqualTo(new[] { ("guide", ActionType.Gone, null), ("launch", ActionType.Held, Reason.LeadMagnet) })
        );
    }

    private static LiveReading.OfPost Engagement(string? url) =>
        new(new PostEngagement("id-of-launch", url, MetricsAvailable: false, Metrics: null));

    private static PlanAction Only(object[] content, LedgerObject[] ledger, (Kind, string, LiveReading) reading) =>
        Plan(content, ledger, reading).Actions.Single();

    private static ClientPlan Plan(
        object[] content,
        LedgerObject[] ledger,
        (Kind Kind, string Key, LiveReading Reading) reading
    ) =>
        ClientPlanner.Plan(
            new PlanningInput
            {
                Content = Sample.Content(content),
                Settings = new Settings(),
                Now = Sample.Now,
                Ledger = Sample.Ledger(ledger),
                Live = new LiveState(
                    ImmutableDictionary<ObjectKey, LiveReading>.Empty.Add(
                        new ObjectKey(reading.Kind, reading.Key),
                        reading.Reading
                    )
                ),
            }
        );
}
