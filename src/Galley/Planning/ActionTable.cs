using System.Collections.Immutable;

namespace Galley.Planning;

/// <summary>How actions are grouped when people read them, most urgent first.</summary>
public enum ActionGroup
{
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
        new(
            ActionType.InDoubt,
            "in-doubt",
            '?',
            "Maybe sent: look in LeadPanther",
            ActionGroup.NeedsPerson,
            ExitCode.PersonNeeded,
            true
        ),
        new(
            ActionType.Missed,
            "missed",
            '!',
            "Not sent, its time has passed",
            ActionGroup.NeedsPerson,
            ExitCode.PersonNeeded,
            true
        ),
        new(
            ActionType.Gone,
            "gone",
            '!',
            "No longer in LeadPanther",
            ActionGroup.NeedsPerson,
            ExitCode.PersonNeeded,
            true
        ),
        new(
            ActionType.Drifted,
            "drifted",
            '!',
            "Differs in LeadPanther",
            ActionGroup.NeedsPerson,
            ExitCode.PersonNeeded,
            true
        ),
        new(
            ActionType.EditByHand,
            "edit-by-hand",
            '~',
            "Change it in LeadPanther too",
            ActionGroup.NeedsPerson,
            ExitCode.PersonNeeded,
            true
        ),
        new(
            ActionType.RemoveByHand,
            "remove-by-hand",
            '-',
            "Delete it in LeadPanther",
            ActionGroup.NeedsPerson,
            ExitCode.PersonNeeded,
            true
        ),
        new(ActionType.Held, "held", '|', "Waiting for", ActionGroup.NeedsPerson, ExitCode.Fine, true),
        new(ActionType.Create, "create", '+', "Will be sent", ActionGroup.WillBeSent, ExitCode.Fine, true),
        new(
            ActionType.Wait,
            "wait",
            '.',
            "Goes to LeadPanther later; edit freely until then",
            ActionGroup.Waiting,
            ExitCode.Fine,
            true
        ),
        new(ActionType.Move, "move", '>', "Renamed", ActionGroup.NothingToDo, ExitCode.Fine, true),
        new(
            ActionType.Cancel,
            "cancel",
            'x',
            "Taken out before it was sent",
            ActionGroup.NothingToDo,
            ExitCode.Fine,
            true
        ),
        new(ActionType.Unchanged, "unchanged", '=', "Live", ActionGroup.NothingToDo, ExitCode.Fine, false),
    ];

    public static ActionRow For(ActionType type) => Rows[(int)type];

    /// <summary>Of the held, only a rename and a retired key wait for a person; the rest resolve by themselves or are counted elsewhere.</summary>
    public static ExitCode NeedOf(PlanAction action) =>
        action is { Type: ActionType.Held, Reason: Reason.Rename or Reason.RetiredKey }
            ? ExitCode.PersonNeeded
            : For(action.Type).Need;

    /// <summary>Whether applying it would do something: what <c>--detailed-exitcode</c> calls changes.</summary>
    public static bool IsChange(PlanAction action) => action.Type is ActionType.Create or ActionType.Move;
}
