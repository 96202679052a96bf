using Galley.Content;
using Galley.Ledger;
using Galley.Planning;
using Galley.Testing;

namespace Galley.Tests.Planning;

/// <summary>Plans of one client’s content.</summary>
internal abstract class ClientPlannerFixture
{
    protected static readonly ClientLedger Nothing = Sample.Ledger();

    protected static ClientPlan Plan(
        ClientContent content,
        ClientLedger ledger,
        Func<PlanningInput, PlanningInput>? with = null
    )
    {
        var input = new PlanningInput
        {
            Content = content,
            Settings = new Settings(),
            Now = Sample.Now,
            Ledger = ledger,
        };
        return ClientPlanner.Plan(with?.Invoke(input) ?? input);
    }

    protected static PlanAction Only(ClientPlan plan)
    {
        Assert.That(plan.Actions, Has.Length.EqualTo(1));
        return plan.Actions[0];
    }
}
