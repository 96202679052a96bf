using Galley.Applying.Results;
using Galley.Diagnostics;
using Galley.Planning;

namespace Galley.Rendering;

/// <summary>What an apply left for later, by the status that its reason gives it.</summary>
public static class WaitingItems
{
    /// <returns>One of <see cref="Status.OnHold"/>, <see cref="Status.Ready"/>, <see cref="Status.Draft"/>.</returns>
    public static string StatusOf(ApplyItem item) =>
        item switch
        {
            { Reason: Reason.Paused } or { Kind: Kind.Post, Reason: Reason.Unapproved } => Status.OnHold,
            { Kind: Kind.Post, Reason: Reason.Draft } => Status.Draft,
            _ => Status.Ready,
        };

    public static IEnumerable<ApplyItem> With(string status, ApplyResult result) =>
        result.Waiting.Where(item => StatusOf(item) == status);
}
