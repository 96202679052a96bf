using System.Collections.Immutable;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Planning;

/// <summary>What the plan says of one post or lead magnet. <see cref="ActionTable"/> holds all else about each.</summary>
public enum ActionType
{
    Delete,
    Archive,
    InDoubt,
    Missed,
    Gone,
    Drifted,
    EditByHand,
    RemoveByHand,
    Held,
    Create,
    Update,
    Wait,
    Move,
    Cancel,
    Unchanged,
}

/// <summary>How actions are grouped when people read them, most urgent first.</summary>
public enum ActionGroup
{
    WillBeDeleted,
    NeedsPerson,
    OnHold,
    WillBeSent,
    Later,
    Draft,
    NothingToDo,
}

/// <param name="Name">In JSON, commands and totals.</param>
/// <param name="Symbol">Before its line where people read plain text; says the same as the words, for the eye.</param>
/// <param name="Words">What people read.</param>
/// <param name="Total">After a number: "2 to delete".</param>
/// <param name="Group">See <see cref="ActionTable.GroupOf"/> for the exception.</param>
/// <param name="Need">
/// The exit code that its presence asks for once all else went well; <see cref="ActionTable.NeedOf"/> knows the
/// exceptions.
/// </param>
/// <param name="IsListed">Whether it gets a line of its own; the others are counted.</param>
public sealed record ActionRow(
    ActionType Type,
    string Name,
    char Symbol,
    string Words,
    string Total,
    ActionGroup Group,
    ExitCode Need,
    bool IsListed
);

/// <summary>Design §5's table, once. Renderers, totals and exit codes read it; a test holds that every type has its row.</summary>
public static class ActionTable
{
    public static readonly ImmutableArray<ActionRow> Rows =
    [
        Row(ActionType.Delete, "delete", '-', Status.Deleted, "to delete", ActionGroup.WillBeDeleted),
        Row(ActionType.Archive, "archive", '-', "Will be archived", "to archive", ActionGroup.WillBeDeleted),
        ForPerson(ActionType.InDoubt, "in-doubt", '?', "Maybe sent: look in LeadPanther", "in doubt"),
        ForPerson(ActionType.Missed, "missed", '!', "Not sent in time", "missed"),
        ForPerson(ActionType.Gone, "gone", '!', "No longer in LeadPanther", "gone"),
        ForPerson(ActionType.Drifted, "drifted", '!', "Differs in LeadPanther", "different in LeadPanther"),
        ForPerson(ActionType.EditByHand, "edit-by-hand", '~', "Change it in LeadPanther too", "to change by hand"),
        ForPerson(ActionType.RemoveByHand, "remove-by-hand", '-', "Delete it in LeadPanther", "to delete by hand"),
        Row(ActionType.Held, "held", '|', Status.OnHold, "on hold", ActionGroup.OnHold),
        Row(ActionType.Create, "create", '+', "Will be sent", "to send", ActionGroup.WillBeSent),
        Row(ActionType.Update, "update", '~', "Will be changed", "to change", ActionGroup.WillBeSent),
        Row(
            ActionType.Wait,
            "wait",
            '.',
            "Goes to LeadPanther later; edit freely until then",
            "ready for later",
            ActionGroup.Later
        ),
        Row(ActionType.Move, "move", '>', "Renamed", "renamed", ActionGroup.NothingToDo),
        Row(ActionType.Cancel, "cancel", 'x', "Taken out before it was sent", "taken out", ActionGroup.NothingToDo),
        Row(ActionType.Unchanged, "unchanged", '=', Status.Scheduled, "in LeadPanther", ActionGroup.NothingToDo) with
        {
            IsListed = false,
        },
    ];

    /// <summary>
    /// What takes an object of this kind out of LeadPanther: what goes out is deleted, what people have opened is kept
    /// there.
    /// </summary>
    public static ActionType Removal(Kind kind) =>
        ContentKind.For(kind).GoesOut ? ActionType.Delete : ActionType.Archive;

    public static ActionRow For(ActionType type) => Rows[(int)type];

    /// <summary>What is held until a person decides stands with all else that needs one; what waits stands with its reason.</summary>
    public static ActionGroup GroupOf(PlanAction action) =>
        action switch
        {
            _ when NeedOf(action) == ExitCode.PersonNeeded => ActionGroup.NeedsPerson,
            { Type: ActionType.Wait } => GroupOfWaiting(action.Kind, action.Reason),
            _ => For(action.Type).Group,
        };

    /// <summary>By why it waits. A lead magnet is no draft, and nobody approves it: it goes out with its post.</summary>
    public static ActionGroup GroupOfWaiting(Kind kind, string? reason) =>
        (kind, reason) switch
        {
            (_, Reason.Paused) or (Kind.Post, Reason.Unapproved) => ActionGroup.OnHold,
            (Kind.Post, Reason.Draft) => ActionGroup.Draft,
            _ => ActionGroup.Later,
        };

    public static string HeadingOf(ActionGroup group) =>
        group switch
        {
            ActionGroup.WillBeDeleted => Status.Deleted,
            ActionGroup.NeedsPerson => Status.NeedsYou,
            ActionGroup.OnHold => Status.OnHold,
            ActionGroup.WillBeSent => $"{Status.Ready}: will be sent or changed",
            ActionGroup.Later => $"{Status.Ready}: goes to LeadPanther later",
            ActionGroup.Draft => Status.Draft,
            ActionGroup.NothingToDo => "Nothing to do",
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };

    /// <summary>
    /// Of the held, only a rename, a retired key, what is there already and what another run sends in an older version wait for
    /// a person; the rest resolve by themselves or are counted elsewhere.
    /// </summary>
    public static ExitCode NeedOf(PlanAction action) =>
        action
            is {
                Type: ActionType.Held,
                Reason: Reason.Rename or Reason.RetiredKey or Reason.AlreadyThere or Reason.Uncommitted
            }
        || action is { Type: ActionType.Held, Reason: Reason.InFlight } && IsOvertaken(action)
            ? ExitCode.PersonNeeded
            : For(action.Type).Need;

    /// <summary>Of what another run sends now: whether the files say something else by now, so that an apply is due behind it.</summary>
    public static bool IsOvertaken(PlanAction action) => action.Path is null || !action.Changes.IsEmpty;

    /// <summary>Whether applying it would do something: what <c>--detailed-exitcode</c> calls changes.</summary>
    public static bool IsChange(PlanAction action) => IsWrite(action.Type) || action.Type == ActionType.Move;

    /// <summary>Whether an apply sends something to LeadPanther for it. What a saved plan must name, and what limits count.</summary>
    public static bool IsWrite(ActionType type) =>
        type is ActionType.Create or ActionType.Update or ActionType.Delete or ActionType.Archive;

    /// <summary>Whether an apply takes it out of LeadPanther.</summary>
    public static bool IsRemoval(ActionType type) => type is ActionType.Delete or ActionType.Archive;

    /// <summary>A post that stays as it is because its time has come: LinkedIn has it. A draft's time is tentative.</summary>
    public static bool IsPublished(PlanAction action, Instant now) =>
        action is { Kind: Kind.Post, Type: ActionType.Unchanged or ActionType.Move, Reason: not Reason.Draft }
        && (action.PublishedUrl is not null || action.At <= now);

    private static ActionRow Row(
        ActionType type,
        string name,
        char symbol,
        string words,
        string total,
        ActionGroup group
    ) => new(type, name, symbol, words, total, group, ExitCode.Fine, IsListed: true);

    private static ActionRow ForPerson(ActionType type, string name, char symbol, string words, string total) =>
        new(type, name, symbol, words, total, ActionGroup.NeedsPerson, ExitCode.PersonNeeded, IsListed: true);
}
