using System.Collections.Immutable;
using Galley.Planning;

namespace Galley.Rendering.Preview;

/// <summary>The plan's word on a post in one glance: a colour, a sign and a word, each enough without the others.</summary>
/// <param name="Name">In class names and filters.</param>
internal sealed record Badge(string Name, string Sign, string Label)
{
    public static readonly Badge New = new("new", "+", "New");
    public static readonly Badge Waiting = new("waiting", "◷", "Waiting");
    public static readonly Badge Unapproved = new("approval", "✎", "Needs approval");
    public static readonly Badge Draft = new("draft", "◌", "Draft");
    public static readonly Badge Live = new("live", "✓", "Live");
    public static readonly Badge ByHand = new("hand", "☞", "By hand");
    public static readonly Badge InDoubt = new("doubt", "?", "In doubt");
    public static readonly Badge Missed = new("missed", "!", "Missed");
    public static readonly Badge Held = new("held", "‖", "Held");
    public static readonly Badge TakenOut = new("out", "×", "Taken out");

    /// <summary>In the order in which filters offer them.</summary>
    public static readonly ImmutableArray<Badge> All =
    [
        New,
        Waiting,
        Unapproved,
        Draft,
        Live,
        ByHand,
        InDoubt,
        Missed,
        Held,
        TakenOut,
    ];

    public static Badge From(PlanAction? action) =>
        action switch
        {
            null => Held,
            { Type: ActionType.Wait, Reason: Reason.Draft } => Draft,
            { Type: ActionType.Wait, Reason: Reason.Unapproved } => Unapproved,
            _ => From(action.Type),
        };

    public static Badge From(ActionType type) =>
        type switch
        {
            ActionType.Create => New,
            ActionType.Wait => Waiting,
            ActionType.Unchanged or ActionType.Move => Live,
            ActionType.EditByHand or ActionType.RemoveByHand or ActionType.Drifted or ActionType.Gone => ByHand,
            ActionType.InDoubt => InDoubt,
            ActionType.Missed => Missed,
            ActionType.Held => Held,
            ActionType.Cancel => TakenOut,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };

    public Html Mark =>
        Html.From($"<span class=\"badge s-{Name}\"><span aria-hidden=\"true\">{Sign}</span> {Label}</span>");
}
