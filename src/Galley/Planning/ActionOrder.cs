using Galley.Diagnostics;

namespace Galley.Planning;

/// <summary>What needs a person first; then lead magnets before the posts that use them; then by time; then by key.</summary>
internal sealed class ActionOrder : IComparer<PlanAction>
{
    public static readonly ActionOrder Instance = new();

    public int Compare(PlanAction? x, PlanAction? y) =>
        Rank(x!).CompareTo(Rank(y!)) is var order && order != 0 ? order : string.CompareOrdinal(x!.Key, y!.Key);

    private static (ActionGroup Group, ActionType Type, Kind Kind, NodaTime.Instant At) Rank(PlanAction action)
    {
        var group = ActionTable.GroupOf(action);
        return (
            group,
            group == ActionGroup.NeedsPerson ? action.Type : default,
            action.Kind,
            action.At ?? NodaTime.Instant.MaxValue
        );
    }
}
