using Galley.Content;

namespace Galley.Planning;

/// <summary>What a person does about an action, with the line to paste. Written once for the plan, its diagnostics, comments and the galley issue.</summary>
public static class NextStep
{
    /// <summary>Null when nobody has to do anything.</summary>
    /// <param name="slug">The client's folder.</param>
    public static string? Of(PlanAction action, string slug)
    {
        var name = Name(action, slug);
        return action switch
        {
            { Type: ActionType.InDoubt } => $"If it is there: `galley sent {name} ID`. If it is not: `galley not-sent {name}`.",
            { Type: ActionType.EditByHand } => $"When it is done: `galley done {name} {action.Code}`.",
            { Type: ActionType.RemoveByHand } => $"When it is done: `galley done {name} {action.Code}`. Or bring the file back.",
            { Type: ActionType.Gone } => $"If it was deleted on purpose, delete the file too and say `galley forget {name}`; to send it again, `galley forget {name} --recreate`.",
            { Type: ActionType.Drifted } => "Bring the file and LeadPanther together, whichever is right.",
            { Type: ActionType.Missed } => "Give it a new time, or remove the file.",
            { Type: ActionType.Held, Reason: Reason.RetiredKey } => $"Give the file another name, or say `galley forget {name} --recreate` when it really should go out again.",
            _ => null,
        };
    }

    /// <summary><c>post northwind/launch</c>: how commands name it.</summary>
    public static string Name(PlanAction action, string slug) => $"{KindName.Of(action.Kind)} {slug}/{action.Key}";
}
