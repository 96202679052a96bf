using Galley.Planning;
using NodaTime;

namespace Galley.Applying.Results;

/// <summary>What the plan alone says of an object that this run leaves as it is.</summary>
internal static class PlannedOutcomes
{
    public static ApplyItem ItemOf(string slug, PlanAction action) =>
        new(action.Kind, slug, action.Key)
        {
            Id = action.Id,
            Code = action.Code,
            Action = Row(action).Name,
            Reason = action.Reason,
            OpensAt = action.OpensAt,
        };

    /// <summary>Null for what is live, and for hand work, which the plan lists.</summary>
    /// <param name="zone">The client's.</param>
    public static ItemOutcome? For(string slug, PlanAction action, DateTimeZone zone)
    {
        var item = ItemOf(slug, action);
        return action.Type switch
        {
            ActionType.InDoubt => OutcomeMessages.InDoubt(
                item,
                "An earlier run ended before its answer came.",
                action.Detail ?? $"for {item.Name}"
            ),
            ActionType.Held => new ItemOutcome(
                ApplyOutcome.Held,
                item with
                {
                    Need = NeedOf(action),
                    Sentence = $"{Row(action).Words}: {action.Detail ?? action.Reason}.",
                }
            ),
            ActionType.Wait => new ItemOutcome(
                ApplyOutcome.Waiting,
                item with
                {
                    Zone = zone.Id,
                    Sentence = $"{ActionDescriptions.For(action, zone)}.",
                }
            ),
            ActionType.Missed => new ItemOutcome(
                ApplyOutcome.NotStarted,
                item with
                {
                    Reason = ApplyItem.Missed,
                    Need = Row(action).Need,
                    Sentence =
                        $"{ActionDescriptions.For(action, zone)}. Give it a later scheduled_at, or delete the file.",
                }
            ),
            _ => null,
        };
    }

    /// <summary>What the look, or another run, turned into a person's decision.</summary>
    public static ItemOutcome? ForPerson(ApplyItem item, PlanAction now) =>
        now.Type switch
        {
            ActionType.Drifted => OutcomeMessages.Drifted(item, now.LiveCode),
            ActionType.Gone => OutcomeMessages.Gone(item),
            ActionType.EditByHand or ActionType.RemoveByHand => OutcomeMessages.ByHand(item),
            _ => null,
        };

    /// <summary>Of what was to be sent, and is not any more by the plan as it is now.</summary>
    public static ItemOutcome Instead(string slug, PlanAction before, PlanAction? now, DateTimeZone zone) =>
        now switch
        {
            { Type: ActionType.Update } when before.Type == ActionType.Create => OutcomeMessages.SentOtherwise(
                ItemOf(slug, now)
            ),
            null or { Type: ActionType.Cancel } => ActionTable.IsRemoval(before.Type)
                ? OutcomeMessages.DoneElsewhere(ItemOf(slug, before))
                : OutcomeMessages.KeepsChanging(ItemOf(slug, before)),
            _ when ActionTable.IsWrite(now.Type) => OutcomeMessages.KeepsChanging(ItemOf(slug, before)),
            _ => For(slug, now, zone)
                ?? ForPerson(ItemOf(slug, now), now)
                ?? OutcomeMessages.DoneElsewhere(ItemOf(slug, now)),
        };

    public static bool IsByHand(PlanAction action) =>
        action.Type is ActionType.EditByHand or ActionType.RemoveByHand or ActionType.Gone or ActionType.Drifted;

    private static ActionRow Row(PlanAction action) => ActionTable.For(action.Type);

    /// <summary>A client is held by the plan for one thing only: errors in its files.</summary>
    private static ExitCode NeedOf(PlanAction action) =>
        action.Reason == Reason.Client ? ExitCode.ContentInvalid : ActionTable.NeedOf(action);
}
