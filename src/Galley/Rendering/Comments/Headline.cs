using System.Collections.Immutable;
using System.Globalization;
using Galley.Diagnostics;
using Galley.Planning;

namespace Galley.Rendering.Comments;

/// <summary>
/// The sentence that answers what comes of a pull request: <c>5 posts for Kestrel: 1 goes to LeadPanther at the merge, 3 later, 1 is
/// a draft.</c> Or that nothing does, and how much stands in the way.
/// </summary>
internal static class Headline
{
    private const int MostNames = 3;

    /// <summary>What comes of some objects, in the order in which it is said; one and many.</summary>
    private static readonly ImmutableArray<(Func<PlanAction, bool> Is, string One, string Many)> Fates =
    [
        (IsLeaving, "will be deleted in LeadPanther", "will be deleted in LeadPanther"),
        (action => ActionTable.GroupOf(action) == ActionGroup.NeedsPerson, "needs you", "need you"),
        (
            action => action is { Type: ActionType.Create, Reason: Reason.Draft },
            "is saved in LeadPanther as a draft",
            "are saved in LeadPanther as drafts"
        ),
        (
            action => action.Type == ActionType.Create,
            "goes to LeadPanther at the merge",
            "go to LeadPanther at the merge"
        ),
        (
            action => action.Type == ActionType.Update,
            "is changed in LeadPanther at the merge",
            "are changed in LeadPanther at the merge"
        ),
        (
            action => action is { Type: ActionType.Wait, Reason: Reason.Window },
            "goes to LeadPanther later",
            "go to LeadPanther later"
        ),
        (action => action.Reason == Reason.Draft, "is a draft", "are drafts"),
        (
            action => action.Reason == Reason.Unapproved,
            "is on hold until the client approves",
            "are on hold until the client approves"
        ),
        (action => action.Reason == Reason.Paused, "is on hold while paused", "are on hold while paused"),
        (
            action => action is { Type: ActionType.Held, Reason: Reason.Limit },
            "is on hold, because the client goes over a limit",
            "are on hold, because the client goes over a limit"
        ),
        (action => action.Type == ActionType.Held, "is on hold", "are on hold"),
        (
            action => action.Type == ActionType.Cancel,
            "is taken out before it was sent",
            "are taken out before they were sent"
        ),
        (action => action.Type == ActionType.Move, "is renamed", "are renamed"),
        (_ => true, "stays as it is", "stay as they are"),
    ];

    /// <summary>Two sentences at most; bold, with an end.</summary>
    public static string Write(Plan plan, int things, int files)
    {
        var touched = plan.Actions.Where(pair => pair.Action.SinceBase is not null).ToList();
        var own = touched.Count == 0 ? null : Touched(touched);
        return things > 0 ? NotYet(things, files) + (own is null ? "" : $" {own}")
            : own is null ? "**This pull request changes no post and no lead magnet.**"
            : $"**{own}**";
    }

    public static string NotYet(int things, int files) =>
        $"**Can't be published yet: {Plural.Format(things, "thing")} to fix in {Plural.Format(files, "file")}.**";

    private static string Touched(List<(ClientPlan Client, PlanAction Action)> touched)
    {
        var counts = touched
            .CountBy(pair => Fates.First(fate => fate.Is(pair.Action)))
            .OrderBy(count => Fates.IndexOf(count.Key))
            .ToList();
        var subject = $"{Things(touched)} for {Names(touched)}";
        if (counts is [var (only, all)])
        {
            return $"{subject} {(all == 1 ? only.One : only.Many)}.";
        }

        var fates = counts
            .Select(count =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count.Value:N0} {(count.Value == 1 ? count.Key.One : count.Key.Many)}"
                )
            )
            .ToList();
        // "1 goes to LeadPanther at the merge, 3 go to LeadPanther later" says the same words twice.
        for (var i = 1; i < fates.Count; i++)
        {
            if (fates[i - 1].Contains("to LeadPanther at the merge", StringComparison.Ordinal))
            {
                fates[i] = fates[i]
                    .Replace(" goes to LeadPanther later", " later", StringComparison.Ordinal)
                    .Replace(" go to LeadPanther later", " later", StringComparison.Ordinal);
            }
        }

        return $"{subject}: {string.Join(", ", fates)}.";
    }

    private static string Things(List<(ClientPlan, PlanAction Action)> touched)
    {
        // Posts first: they are what people ask about.
        var counts = ContentKind
            .All.Reverse()
            .Select(kind => (kind, Count: touched.Count(pair => pair.Action.Kind == kind.Kind)))
            .Where(part => part.Count > 0);
        return string.Join(" and ", counts.Select(part => Plural.Format(part.Count, part.kind.Noun, part.kind.Plural)));
    }

    private static string Names(List<(ClientPlan Client, PlanAction)> touched)
    {
        var names = touched.Select(pair => pair.Client).DistinctBy(client => client.Slug).Select(NameOf).ToList();
        return names.Count switch
        {
            1 => names[0],
            <= MostNames => $"{string.Join(", ", names[..^1])} and {names[^1]}",
            _ => Plural.Format(names.Count, "client"),
        };
    }

    public static string NameOf(ClientPlan client) => SafeMarkdown.Inline(client.Name ?? client.Slug, 80);

    private static bool IsLeaving(PlanAction action) => ActionTable.GroupOf(action) == ActionGroup.WillBeDeleted;
}
