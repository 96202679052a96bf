using System.Collections.Immutable;

namespace Galley.Planning;

/// <summary>How actions are grouped when people read them, most urgent first.</summary>
public enum ActionGroup
{
    WillBeDeleted,
    NeedsPerson,
    WillBeSent,
    Waiting,
    NothingToDo,
}

/// <param name="Name">In JSON, commands and totals.</param>
/// <param name="Symbol">Before its line where people read plain text; says the same as the words, for the eye.</param>
/// <param name="Words">What people read.</param>
/// <param name="Need">The exit code that its presence asks for once all else went well; <see cref="ActionTable.NeedOf"/> knows the exceptions.</param>
/// <param name="IsListed">Whether it gets a line of its own; the others are counted.</param>
public sealed record ActionRow(
    ActionType Type,
    string Name,
    char Symbol,
    string Words,
    ActionGroup Group,
    ExitCode Need,
    bool IsListed
);

/// <summary>Design §5's table, once. Renderers, totals and exit codes read it; a test holds that every type has its row.</summary>
public static class ActionTable
{
    public static readonly ImmutableArray<ActionRow> Rows =
    [
        Row(ActionType.Delete, "delete", '-', "Will be deleted", ActionGroup.WillBeDeleted),
        Row(ActionType.Archive, "archive", '-', "Will be archived", ActionGroup.WillBeDeleted),
        ForPerson(ActionType.InDoubt, "in-doubt", '?', "Maybe sent: look in LeadPanther"),
        ForPerson(ActionType.Missed, "missed", '!', "Not sent, its time has passed"),
        ForPerson(ActionType.Gone, "gone", '!', "No longer in LeadPanther"),
        ForPerson(ActionType.Drifted, "drifted", '!', "Differs in LeadPanther"),
        ForPerson(ActionType.EditByHand, "edit-by-hand", '~', "Change it in LeadPanther too"),
        ForPerson(ActionType.RemoveByHand, "remove-by-hand", '-', "Delete it in LeadPanther"),
        Row(ActionType.Held, "held", '|', "On hold", ActionGroup.NeedsPerson),
        Row(ActionType.Create, "create", '+', "Will be sent", ActionGroup.WillBeSent),
        Row(ActionType.Update, "update", '~', "Will be changed", ActionGroup.WillBeSent),
        Row(ActionType.Wait, "wait", '.', "Goes to LeadPanther later; edit freely until then", ActionGroup.Waiting),
        Row(ActionType.Move, "move", '>', "Renamed", ActionGroup.NothingToDo),
        Row(ActionType.Cancel, "cancel", 'x', "Taken out before it was sent", ActionGroup.NothingToDo),
        Row(ActionType.Unchanged, "unchanged", '=', "In LeadPanther", ActionGroup.NothingToDo) with
        {
            IsListed = false,
        },
    ];

    public static ActionRow For(ActionType type) => Rows[(int)type];

    /// <summary>
    /// Of the held, only a rename, a retired key and what is there already wait for a person; the rest resolve by themselves
    /// or are counted elsewhere.
    /// </summary>
    public static ExitCode NeedOf(PlanAction action) =>
        action is { Type: ActionType.Held, Reason: Reason.Rename or Reason.RetiredKey or Reason.AlreadyThere }
            ? ExitCode.PersonNeeded
            : For(action.Type).Need;

    /// <summary>Whether applying it would do something: what <c>--detailed-exitcode</c> calls changes.</summary>
    public static bool IsChange(PlanAction action) => IsWrite(action.Type) || action.Type == ActionType.Move;

    /// <summary>Whether an apply sends something to LeadPanther for it. What a saved plan must name, and what limits count.</summary>
    public static bool IsWrite(ActionType type) =>
        type is ActionType.Create or ActionType.Update or ActionType.Delete or ActionType.Archive;

    private static ActionRow Row(ActionType type, string name, char symbol, string words, ActionGroup group) =>
        new(type, name, symbol, words, group, ExitCode.Fine, IsListed: true);

    private static ActionRow ForPerson(ActionType type, string name, char symbol, string words) =>
        new(type, name, symbol, words, ActionGroup.NeedsPerson, ExitCode.PersonNeeded, IsListed: true);
}
