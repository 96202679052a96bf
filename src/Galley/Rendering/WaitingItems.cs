using Galley.Applying.Results;
using Galley.Planning;

namespace Galley.Rendering;

/// <summary>What an apply left for later, by the status that its reason gives it.</summary>
public static class WaitingItems
{
    /// <returns>One of <see cref="Status.OnHold"/>, <see cref="Status.Ready"/>, <see cref="Status.Draft"/>.</returns>
    public static string StatusOf(ApplyItem item) =>
        ActionTable.GroupOfWaiting(item.Kind, item.Reason) switch
        {
            ActionGroup.OnHold => Status.OnHold,
            ActionGroup.Draft => Status.Draft,
            _ => Status.Ready,
        };

    public static IEnumerable<ApplyItem> With(string status, ApplyResult result) =>
        result.Waiting.Where(item => StatusOf(item) == status);
}
