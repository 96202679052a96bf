using System.Text;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Comments;

/// <summary>
/// What a person does for a plan's objects: until when, on which object, and the line to answer with, where it can be
/// used yet.
/// </summary>
internal sealed class HandWorkList(Instant now, CommentInput input, PlanDetail detail)
{
    public void Write(StringBuilder text, IEnumerable<(ClientPlan Client, PlanAction Action)> actions)
    {
        var work = actions.Where(pair => ActionTable.GroupOf(pair.Action) == ActionGroup.NeedsPerson).ToList();
        if (work.Count == 0)
        {
            return;
        }

        text.Append("\n## Needs you\n\n");
        foreach (var (client, action) in work.Take(detail.Rows))
        {
            text.Append("- ").Append(Item(client, action)).Append('\n');
        }

        if (work.Count > detail.Rows)
        {
            text.Append("- … and ").Append(work.Count - detail.Rows).Append(" more\n");
        }
    }

    private string Item(ClientPlan client, PlanAction action)
    {
        var zone = LocalTimes.Zone(client.Zone);
        var name = ClientTables.Name(action, input.ProofOf(client.Slug, action));
        var id = action.Id is { } known ? $" (id {SafeMarkdown.Inline(known, 60)})" : "";
        var until = action.At is { } at && at > now ? $" **Until {LocalTimes.InCityAndUtc(at, zone, now)}.**" : "";
        return $"{Headline.NameOf(client)}, **{name}**{id}: "
            + $"{SafeMarkdown.Sentence(ActionDescriptions.For(action, zone, now))}.{until}{Step(client, action)}";
    }

    /// <summary>Work that only the merge makes can be answered after it, and the galley issue has the line then.</summary>
    private static string Step(ClientPlan client, PlanAction action) =>
        IsMadeByTheMerge(action) ? " Do it after the merge; the galley issue then has the line to answer with."
        : NextStep.For(action, client.Slug) is { } step ? $" {SafeMarkdown.Sentence(ActionFacts.AsAnswer(step), 1_000)}"
        : "";

    private static bool IsMadeByTheMerge(PlanAction action) =>
        action is { SinceBase: not null, Type: ActionType.EditByHand or ActionType.RemoveByHand };
}
