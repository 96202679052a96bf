using System.Collections.Immutable;
using Galley.Applying.Results;
using Galley.Planning;

namespace Galley.Rendering;

/// <summary>What an apply did, by what it was: in a result's lines, its totals and while it goes on.</summary>
public static class DoneItems
{
    /// <summary>What cannot be taken back first.</summary>
    private static readonly ImmutableArray<(string Action, string Word)> Words =
    [
        (Name(ActionType.Delete), "deleted"),
        (Name(ActionType.Archive), "archived"),
        (Name(ActionType.Create), "created"),
        (Name(ActionType.Update), "changed"),
        (ApplyItem.Found, "found"),
        (Name(ActionType.Move), "renamed"),
    ];

    /// <summary>Of what an earlier version saved, nobody knows more than that it was done.</summary>
    public static string WordOf(ApplyItem item) =>
        Words.FirstOrDefault(pair => pair.Action == item.Action).Word ?? "done";

    public static IEnumerable<IGrouping<string, ApplyItem>> ByWord(IEnumerable<ApplyItem> done) =>
        done.GroupBy(WordOf)
            .OrderBy(group => Words.Select(pair => pair.Word).TakeWhile(word => word != group.Key).Count());

    public static bool IsDeletion(ApplyItem item) =>
        item.Action == Name(ActionType.Delete) || item.Action == Name(ActionType.Archive);

    private static string Name(ActionType type) => ActionTable.For(type).Name;
}
