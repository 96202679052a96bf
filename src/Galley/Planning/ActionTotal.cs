using NodaTime;

namespace Galley.Planning;

/// <summary>How many posts and lead magnets come to the same, as people read it: <c>12 to send</c>.</summary>
public sealed record ActionTotal(ActionType Type, string Word, int Count)
{
    public static IEnumerable<ActionTotal> Of(IEnumerable<PlanAction> actions, Instant now) =>
        actions
            .GroupBy(action => WordOf(action, now), StringComparer.Ordinal)
            .Select(alike => new ActionTotal(alike.First().Type, alike.Key, alike.Count()));

    public static IEnumerable<ActionTotal> Of(Plan plan) =>
        Sum(plan.Clients.SelectMany(client => Of(client.Actions, plan.Now).Concat(client.Counted)));

    private static IEnumerable<ActionTotal> Sum(IEnumerable<ActionTotal> totals) =>
        totals
            .GroupBy(total => total.Word, StringComparer.Ordinal)
            .Select(alike => alike.First() with { Count = alike.Sum(total => total.Count) });

    private static string WordOf(PlanAction action, Instant now) =>
        action.Type == ActionType.Unchanged && ActionTable.IsPublished(action, now)
            ? "published"
            : ActionTable.For(action.Type).Total;
}
