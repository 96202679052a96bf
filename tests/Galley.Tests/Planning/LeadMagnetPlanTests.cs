using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Planning;

/// <summary>When a lead magnet goes out, and what it holds back.</summary>
internal sealed class LeadMagnetPlanTests : ClientPlannerFixture
{
    [Test]
    public void Window_ThatIsClosed_MakesThePostAndItsLeadMagnetWait()
    {
        var client = Sample.Client() with { SendAhead = new SendAhead(Duration.FromDays(3)) };
        var post = Sample.Post() with { LeadMagnet = new LeadMagnetReference("guide", null) };

        var plan = Plan(Sample.Content(client, post, Sample.LeadMagnet()), Nothing);

        Assert.That(
            plan.Actions,
            Has.All.Matches<PlanAction>(action =>
                action is { Type: ActionType.Wait, Reason: Reason.Window }
                && action.OpensAt == Sample.NextWeek - Duration.FromDays(3)
            )
        );
    }

    [Test]
    public void Window_OfThePost_GoesBeforeTheClients()
    {
        var client = Sample.Client() with { SendAhead = new SendAhead(Duration.FromDays(3)) };

        Assert.That(
            Only(Plan(Sample.Content(client, Sample.Post() with { SendAhead = SendAhead.AtMerge }), Nothing)).Type,
            Is.EqualTo(ActionType.Create)
        );
    }

    [Test]
    public void LeadMagnet_GoesWithTheFirstPostThatNeedsIt()
    {
        var needsNow = Sample.Post("a") with { LeadMagnet = new LeadMagnetReference("guide", null) };
        var needsLater = Sample.Post("b") with
        {
            LeadMagnet = new LeadMagnetReference("guide", null),
            SendAhead = new SendAhead(Duration.FromDays(1)),
        };

        var plan = Plan(Sample.Content(needsNow, needsLater, Sample.LeadMagnet()), Nothing);

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type)),
            Is.EqualTo(new[] { ("guide", ActionType.Create), ("a", ActionType.Create), ("b", ActionType.Wait) })
        );
    }

    [Test]
    public void LeadMagnet_ThatNoPostUses_GoesAtMerge() =>
        Assert.That(Only(Plan(Sample.Content(Sample.LeadMagnet()), Nothing)).Type, Is.EqualTo(ActionType.Create));

    [Test]
    public void LeadMagnet_ThatWaitsForAnApproval_AsksForNone_ItsPostDoes()
    {
        var post = Sample.Post() with { LeadMagnet = new LeadMagnetReference("guide", null) };
        var client = Sample.Client() with { ApprovalRequired = true };

        var plan = Plan(Sample.Content(client, post, Sample.LeadMagnet()), Nothing);

        Assert.That(
            plan.Actions.Select(action => (action.Kind, NextStep.For(action, Sample.Slug) is not null)),
            Is.EquivalentTo(new[] { (Kind.LeadMagnet, false), (Kind.Post, true) })
        );
    }

    [Test]
    public void LeadMagnet_InDoubt_HoldsItsPostsAndNoOthers()
    {
        var needs = Sample.Post("a") with { LeadMagnet = new LeadMagnetReference("guide", null) };

        var plan = Plan(
            Sample.Content(needs, Sample.Post("b"), Sample.LeadMagnet()),
            Sample.Ledger(Sample.Open(Sample.LeadMagnet()))
        );

        Assert.That(
            plan.Actions.Select(action => (action.Key, action.Type, action.Reason)),
            Is.EqualTo(
                new[]
                {
                    ("guide", ActionType.InDoubt, null),
                    ("a", ActionType.Held, Reason.LeadMagnet),
                    ("b", ActionType.Create, null),
                }
            )
        );
    }
}
