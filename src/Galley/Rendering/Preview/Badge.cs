using System.Collections.Immutable;
using Galley.Planning;
using Galley.Rendering.Preview.Parts;
using NodaTime;

namespace Galley.Rendering.Preview;

/// <summary>How things stand with a post in one glance: a colour, a sign and a word, each enough without the others.</summary>
/// <param name="Name">In class names and filters.</param>
internal sealed record Badge(string Name, string Sign, string Label)
{
    public static readonly Badge Deleted = new("delete", "−", Status.Deleted);
    public static readonly Badge NeedsYou = new("you", "!", Status.NeedsYou);
    public static readonly Badge Unapproved = new("approval", "✎", $"{Status.OnHold} (approval)");
    public static readonly Badge OnHold = new("held", "‖", Status.OnHold);
    public static readonly Badge Ready = new("ready", "+", Status.Ready);
    public static readonly Badge Changed = new("change", "~", $"{Status.Ready} (change)");
    public static readonly Badge Draft = new("draft", "◌", Status.Draft);
    public static readonly Badge Scheduled = new("there", "◷", Status.Scheduled);
    public static readonly Badge InLeadPanther = Scheduled with { Label = Status.InLeadPanther };
    public static readonly Badge Decided = Scheduled with { Label = "Scheduled" };
    public static readonly Badge Approved = new("published", "✓", "Approved");
    public static readonly Badge Published = new("published", "✓", Status.Published);
    public static readonly Badge TakenOut = new("out", "×", Status.TakenOut);

    /// <summary>A post's, in the order in which filters offer them.</summary>
    public static readonly ImmutableArray<Badge> All =
    [
        Deleted,
        NeedsYou,
        Unapproved,
        OnHold,
        Ready,
        Changed,
        Draft,
        Scheduled,
        Published,
        TakenOut,
    ];

    public static Badge From(PlanAction? action, Instant now) =>
        action is null ? OnHold
        : Status.Of(action, now) is var status && action.Reason == Reason.Unapproved && status == Status.OnHold
            ? Unapproved
        : status == Status.Ready && action.Type == ActionType.Update ? Changed
        : status == Status.InLeadPanther ? InLeadPanther
        : All.Single(badge => badge.Label == status);

    /// <summary><c>2 need you</c>, <c>1 draft</c>.</summary>
    public string Counted(int count) =>
        this == NeedsYou ? Plural.Format(count, "needs you", "need you")
        : this == Draft ? Plural.Format(count, "draft")
        : Plural.Format(count, InSentence, InSentence);

    private string InSentence => $"{char.ToLowerInvariant(Label[0])}{Label[1..]}";

    public Html Mark =>
        Html.From($"<span class=\"badge s-{Name}\"><span aria-hidden=\"true\">{Sign}</span> {Label}</span>");

    /// <summary>An author is not told what only the ledger knows.</summary>
    public Html MarkFor(Audience audience) => audience == Audience.Author ? Html.None : Mark;
}
