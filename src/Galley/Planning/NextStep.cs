using System.Collections.Immutable;
using Galley.Diagnostics;

namespace Galley.Planning;

/// <summary>What a person does about an action, with the line to paste. Written once for the plan, its diagnostics, comments and the galley issue.</summary>
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
                new("If it is there", $"sent {name} ID"),
                new("If it is not", $"not-sent {name}"),
            ],
            { Type: ActionType.EditByHand } => [new("When it is done", $"done {name} {action.Code}")],
            { Type: ActionType.RemoveByHand } =>
            [
                new("When it is done", $"done {name} {action.Code}"),
                new("Or bring the file back"),
            ],
            { Type: ActionType.Gone } =>
            [
                new("If it was deleted on purpose, delete the file too and say", $"forget {name}"),
                new("To send it again", $"forget {name} --recreate"),
            ],
            { Type: ActionType.Drifted, LiveCode: { } code } =>
            [
                new("If the file is right", $"overwrite {name} {code}"),
                new("If LeadPanther is right", $"pull {name}"),
            ],
            { Type: ActionType.Drifted } => [new("Look at it in LeadPanther")],
            { Type: ActionType.Held, Reason: Reason.AlreadyThere } =>
            [
                new("If it is this one", $"adopt {name} ID"),
                new("If it is not, change or delete it in LeadPanther"),
            ],
            { Type: ActionType.Missed } => [new("Give it a new time, or remove the file")],
            { Type: ActionType.Held, Reason: Reason.RetiredKey } =>
            [
                new("Give the file another name"),
                new("When it really should go out again", $"forget {name} --recreate"),
            ],
            _ => [],
        };
    }

    /// <summary><c>post northwind/launch</c>: how commands name it.</summary>
    public static string Name(PlanAction action, string slug) => $"{KindName.For(action.Kind)} {slug}/{action.Key}";
}
