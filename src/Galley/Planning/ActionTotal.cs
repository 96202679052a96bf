using Galley.Diagnostics;
using NodaTime;

namespace Galley.Planning;

/// <summary>How many posts and lead magnets come to the same, as people read it: <c>12 to send</c>, <c>1 draft</c>.</summary>
/// <param name="Rank">The order in which totals are listed, most urgent first.</param>
/// <param name="One">After the number 1.</param>
/// <param name="Many">After any other number.</param>
public sealed record ActionTotal(int Rank, string One, string Many, int Count)
{
    public override string ToString() => Plural.Format(Count, One, Many);

    public static IEnumerable<ActionTotal> Of(IEnumerable<PlanAction> actions, Instant now) =>
        actions.CountBy(action => TotalOf(action, now)).Select(alike => alike.Key with { Count = alike.Value });

    public static IEnumerable<ActionTotal> Of(Plan plan) => Of(plan.Clients, plan.Now);

    public static IEnumerable<ActionTotal> Of(IEnumerable<ClientPlan> clients, Instant now) =>
        clients
            .SelectMany(client => Of(client.Actions, now).Concat(client.Counted))
            .GroupBy(total => total with { Count = 0 })
            .Select(alike => alike.Key with { Count = alike.Sum(total => total.Count) });

    private static ActionTotal TotalOf(PlanAction action, Instant now) =>
        ActionTable.GroupOf(action) switch
        {
            ActionGroup.NeedsPerson when action.Type == ActionType.Held => new ActionTotal(
                RankOf(ActionType.Held) - 1,
                "to decide",
                "to decide",
                0
            ),
            // What waits for a person's word is counted with what is held.
            ActionGroup.OnHold => Same(ActionType.Held),
            ActionGroup.Draft => new ActionTotal(RankOf(ActionType.Wait) + 1, "draft", "drafts", 0),
            ActionGroup.NothingToDo when action.Type == ActionType.Unchanged => Live(action, now),
            _ => Same(action.Type),
        };

    private static ActionTotal Live(PlanAction action, Instant now)
    {
        var rank = RankOf(ActionType.Unchanged);
        var kind = ContentKind.For(action.Kind);
        return Status.Of(action, now) switch
        {
            Status.Published => new(rank + 1, "published", "published", 0),
            Status.Draft => new(rank, "draft in LeadPanther", "drafts in LeadPanther", 0),
            Status.InLeadPanther => new(rank, $"{kind.Noun} in LeadPanther", $"{kind.Plural} in LeadPanther", 0),
            _ => new(rank, "in LeadPanther (scheduled)", "in LeadPanther (scheduled)", 0),
        };
    }

    private static ActionTotal Same(ActionType type) =>
        new(RankOf(type), ActionTable.For(type).Total, ActionTable.For(type).Total, 0);

    /// <summary>With room for a second word of one type.</summary>
    private static int RankOf(ActionType type) => 2 * (int)type;
}
