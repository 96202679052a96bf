using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering;
using Galley.Rendering.Text;
using Galley.Testing;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering;

internal sealed class PlanTextTests
{
    [Test]
    public void Write_EveryAction() => Snapshot.Match(PlanText.Write(PlanFixture.Everything()));

    [Test]
    public void Write_InShort_ReadsTheSame_AndHoldsNothingThatIsAsItShouldBe()
    {
        var plan = PlanFixture.Everything();

        var shortened = plan with { Clients = [.. plan.Clients.Select(client => client.InShort(plan.Now))] };

        Assert.That(PlanText.Write(shortened), Is.EqualTo(PlanText.Write(plan)));
        Assert.That(plan.Actions.Count(IsUnchanged), Is.Positive);
        Assert.That(shortened.Actions.Count(IsUnchanged), Is.Zero);

        static bool IsUnchanged((ClientPlan Client, PlanAction Action) pair) =>
            pair.Action.Type == ActionType.Unchanged;
    }

    [Test]
    public void Totals_NameWhatIsDeletedFirst() =>
        Assert.That(PlanText.Totals(PlanFixture.Everything()), Does.StartWith("Plan: 1 to delete, 1 to archive, "));

    [Test]
    public void Content_WithOrdersForTheTerminal_IsShownAndNotObeyed()
    {
        const string Hostile = "\u001b[2Jgone\u202Eback\rover";
        var action = new PlanAction
        {
            Type = ActionType.EditByHand,
            Kind = Kind.Post,
            Key = "launch",
            Code = "7QK4",
            Detail = Hostile,
            Changes = [new FieldChange("body", Hostile, $"one\n{Hostile}")],
        };
        var plan = new Plan
        {
            Now = Sample.Now,
            LedgerId = null,
            Clients = [new ClientPlan("northwind", Hostile, null, [action])],
            Diagnostics = [],
        };

        var text = PlanText.Write(plan);

        Assert.That(text.Where(letter => letter != '\n' && VisibleText.IsControl(letter)), Is.Empty);
        Assert.That(text, Does.Contain("+ one\n"));
    }
}
