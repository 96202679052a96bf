using Galley.Planning;
using Galley.Rendering.Preview;
using Galley.Tests.Rendering;

namespace Galley.Tests.Planning;

/// <summary>One word for how things stand, wherever people meet a post.</summary>
internal sealed class StatusTests
{
    private static IEnumerable<TestCaseData> Actions() =>
        PlanFixture
            .Everything()
            .Actions.Select(pair => new TestCaseData(pair.Action).SetArgDisplayNames(pair.Action.Key));

    [TestCaseSource(nameof(Actions))]
    public void Status_IsTheSameInPreviewPlanAndComment(PlanAction action)
    {
        var plan = PlanFixture.Everything();
        var zone = LocalTimes.Zone(plan.Clients[0].Zone);

        var status = Status.Of(action, plan.Now);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Badge.From(action, plan.Now).Label, Does.StartWith(status));
        Assert.That(ActionDescriptions.WithStatus(action, zone, plan.Now), Does.StartWith(status));
        if (ActionTable.GroupOf(action) != ActionGroup.NothingToDo)
        {
            Assert.That(ActionTable.HeadingOf(ActionTable.GroupOf(action)), Does.StartWith(status));
        }
    }

    [Test]
    public void Statuses_AreTheSixAndWhatIsTakenOut() =>
        Assert.That(
            PlanFixture
                .Everything()
                .Actions.Select(pair => Status.Of(pair.Action, PlanFixture.Everything().Now))
                .Distinct(),
            Is.EquivalentTo([
                "Draft",
                "Ready",
                "In LeadPanther (scheduled)",
                "Published",
                "On hold",
                "Needs you",
                "Will be deleted",
                "Taken out",
            ])
        );
}
