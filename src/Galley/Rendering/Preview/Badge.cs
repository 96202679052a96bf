using System.Collections.Immutable;
using Galley.Planning;
using Galley.Rendering.Preview.Parts;
using NodaTime;

namespace Galley.Rendering.Preview;

/// <summary>How things stand with a post in one glance: a colour, a sign and a word, each enough without the others.</summary>
/// <param name="Name">In class names and filters.</param>
internal sealed record Badge(string Name, string Sign, string Label)
{
    public static readonly Badge Deleted = new("delete", "−", "Will be deleted");
    public static readonly Badge NeedsYou = new("you", "!", "Needs you");
    public static readonly Badge Unapproved = new("approval", "✎", "Needs approval");
    public static readonly Badge OnHold = new("held", "‖", "On hold");
    public static readonly Badge Ready = new("ready", "+", "Ready");
    public static readonly Badge Changed = new("change", "~", "Will be changed");
    public static readonly Badge Draft = new("draft", "◌", "Draft");
    public static readonly Badge InLeadPanther = new("there", "◷", "In LeadPanther");
    public static readonly Badge Approved = new("published", "✓", "Approved");
    public static readonly Badge Published = new("published", "✓", "Published");
    public static readonly Badge TakenOut = new("out", "×", "Taken out");

    /// <summary>In the order in which filters offer them.</summary>
    public static readonly ImmutableArray<Badge> All =
    [
        Deleted,
        NeedsYou,
        Unapproved,
        OnHold,
        Ready,
        Changed,
        Draft,
        InLeadPanther,
        Published,
        TakenOut,
    ];

    public static Badge From(PlanAction? action, Instant now) =>
        action switch
        {
            null => OnHold,
            _ when ActionTable.GroupOf(action) == ActionGroup.NeedsPerson => NeedsYou,
            { Reason: Reason.Draft } => Draft,
            { Type: ActionType.Wait, Reason: Reason.Unapproved } => Unapproved,
            { Type: ActionType.Wait, Reason: Reason.Paused } => OnHold,
            _ when ActionTable.IsPublished(action, now) => Published,
            _ => From(action.Type),
        };

    public Html Mark =>
        Html.From($"<span class=\"badge s-{Name}\"><span aria-hidden=\"true\">{Sign}</span> {Label}</span>");

    /// <summary>An author is not told what only the ledger knows.</summary>
    public Html MarkFor(Audience audience) => audience == Audience.Author ? Html.None : Mark;

    private static Badge From(ActionType type) =>
        type switch
        {
            ActionType.Delete or ActionType.Archive => Deleted,
            ActionType.Create or ActionType.Wait => Ready,
            ActionType.Update => Changed,
            ActionType.Held => OnHold,
            ActionType.Unchanged or ActionType.Move => InLeadPanther,
            ActionType.Cancel => TakenOut,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
}
