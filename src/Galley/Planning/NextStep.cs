using System.Collections.Immutable;
using Galley.Diagnostics;

namespace Galley.Planning;

/// <summary>
/// What a person does about an action, with the line to paste. Written once for the plan, its diagnostics, comments
/// and the galley issue.
/// </summary>
public static class NextStep
{
    /// <summary>All ways on in one line; null when nobody has to do anything.</summary>
    /// <param name="slug">The client's folder.</param>
    public static string? For(PlanAction action, string slug) =>
        Steps(action, slug) is { Length: > 0 } steps ? string.Join(' ', steps.Select(step => step.Sentence)) : null;

    public static ImmutableArray<Step> Steps(PlanAction action, string slug)
    {
        var name = Name(action, slug);
        return action switch
        {
            { Type: ActionType.InDoubt } =>
            [
                new("If it is there, run this with its id", $"sent {name} ID"),
                new("If it is not", $"not-sent {name}"),
            ],
            { Type: ActionType.EditByHand } =>
            [
                new("When you have changed it there, run", $"done {name} {action.Code}"),
            ],
            { Type: ActionType.RemoveByHand } =>
            [
                new("When you have deleted it there, run", $"done {name} {action.Code}"),
                new("To keep it, bring the file back"),
            ],
            { Type: ActionType.Gone } =>
            [
                new("If it was deleted on purpose, delete the file too, then run", $"forget {name}"),
                new(
                    ContentKind.For(action.Kind).GoesOut
                        ? "To send it again, run this, and give it a new time if its time has passed"
                        : "To send it again",
                    $"forget {name} --recreate"
                ),
            ],
            { Type: ActionType.Drifted, LiveCode: { } code } =>
            [
                new("If the file is right", $"overwrite {name} {code}"),
                new("If LeadPanther is right", $"pull {name}"),
            ],
            { Type: ActionType.Drifted } => [new("Look at it in LeadPanther, and correct it there or in the file")],
            { Type: ActionType.Held, Reason: Reason.AlreadyThere } =>
            [
                new("If it is this one, run this with its id", $"adopt {name} ID"),
                new("If it is not, change or delete it in LeadPanther"),
            ],
            { Kind: Kind.Post, Type: ActionType.Wait, Reason: Reason.Unapproved, ApprovalCode: { } code } =>
            [
                new("When the client has approved it, run", $"approve {slug} {code}"),
            ],
            { Type: ActionType.Missed } => [new("Give it a new scheduled_at, or delete the file")],
            { Type: ActionType.Held, Reason: Reason.RetiredKey } =>
            [
                new("Give the file another name"),
                new("If it should really go out again under this name", $"forget {name} --recreate"),
            ],
            _ => [],
        };
    }

    /// <summary><c>post northwind/launch</c>: how commands name it.</summary>
    public static string Name(PlanAction action, string slug) =>
        $"{ContentKind.For(action.Kind).Name} {slug}/{action.Key}";
}
