using Galley.Planning;
using NodaTime;
using NodaTime.Text;

namespace Galley.Rendering.Comments;

/// <summary>Until when a pull request must be merged so that what it says still happens, and what happens otherwise.</summary>
internal sealed record Deadline(Instant At, string Zone, string After)
{
    /// <summary>The first of all; null when no time presses.</summary>
    public static Deadline? From(Plan plan, CommentInput input) =>
        plan
            .Actions.Where(pair => !input.HasBase || pair.Action.SinceBase is not null)
            .Select(pair => From(pair.Client, pair.Action, input))
            .Where(deadline => deadline?.At > plan.Now)
            .MinBy(deadline => deadline!.At);

    private static Deadline? From(ClientPlan client, PlanAction action, CommentInput input)
    {
        var name = SafeMarkdown.Inline($"{client.Slug}/{action.Key}");
        Deadline At(Instant at, string after) => new(at, client.Zone ?? "UTC", after);
        return action switch
        {
            { SinceBase: BaseComparison.Changed, Type: ActionType.Wait or ActionType.Held, BaseOpensAt: { } opens } =>
                At(opens, $"{name} goes to LeadPanther as it was."),
            { Type: ActionType.Wait or ActionType.Cancel, Reason: Reason.Draft } => null,
            { SinceBase: BaseComparison.Changed, Type: ActionType.Wait, At: { } at } => At(
                OldWindow(action, at),
                $"{name} goes to LeadPanther as it was."
            ),
            { SinceBase: BaseComparison.Cancelled, Type: ActionType.Cancel, At: { } at } => At(
                action.OpensAt ?? at,
                $"{name} goes out all the same."
            ),
            { At: { } at } when IsToBeSent(action) => At(at - input.MinLeadTime, $"it is too late for {name}."),
            _ => null,
        };
    }

    /// <summary>What is held by an error must be put right and merged as early as what is not.</summary>
    private static bool IsToBeSent(PlanAction action) =>
        action
            is { Type: ActionType.Create or ActionType.Wait }
                or { Type: ActionType.Held, Reason: Reason.Client or Reason.LeadMagnet };

    /// <summary>When the version on the base goes: its own time, as long before it as the new one.</summary>
    private static Instant OldWindow(PlanAction action, Instant at)
    {
        var time = action.Changes.FirstOrDefault(change => change.Field == "scheduled_at")?.Before;
        var before =
            time is not null && InstantPattern.ExtendedIso.Parse(time) is { Success: true, Value: var old } ? old : at;
        return before - (at - (action.OpensAt ?? at));
    }
}
