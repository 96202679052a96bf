using System.Collections.Immutable;
using Galley.Planning;

namespace Galley.Rendering.Issue;

/// <summary>
/// All that needs a person, most urgent first: what the plan says, and what only a live read could show and an
/// earlier run saw.
/// </summary>
internal static class OpenProblems
{
    public static ImmutableArray<OpenProblem> Collect(IssueInput input, IssueState before) =>
        [
            .. input
                .Plan.Actions.Select(pair => new OpenProblem(
                    pair.Client,
                    WithWhatWasSeen(pair.Client.Slug, pair.Action, input, before)
                ))
                .Where(problem => ActionTable.NeedOf(problem.Action) == ExitCode.PersonNeeded)
                .Concat(OverLimits(input.Plan))
                .OrderBy(problem => problem.Action.Type),
        ];

    /// <summary>A client that goes over a limit waits until a person allows it: one problem, however much is held.</summary>
    private static IEnumerable<OpenProblem> OverLimits(Plan plan) =>
        plan
            .Actions.Where(pair => pair.Action is { Type: ActionType.Held, Reason: Reason.Limit })
            .DistinctBy(pair => pair.Client.Slug)
            .Select(pair => new OpenProblem(pair.Client, pair.Action));

    private static PlanAction WithWhatWasSeen(string slug, PlanAction action, IssueInput input, IssueState before)
    {
        // Who reads a branch can't tell a run that is sending now from one that ended a few minutes ago. The run that ended knew.
        if (action is { Type: ActionType.Held, Reason: Reason.InFlight } && Saw(ActionType.InDoubt))
        {
            return action with { Type = ActionType.InDoubt, Reason = null, Detail = null };
        }

        if (
            action is not { Id: not null, Type: ActionType.Unchanged or ActionType.EditByHand }
            || input.WasRead(slug, action.Kind, action.Key)
        )
        {
            return action;
        }

        if (Saw(ActionType.Gone))
        {
            return action with { Type = ActionType.Gone, Changes = [] };
        }

        return action.Type == ActionType.Unchanged && Saw(ActionType.Drifted)
            ? action with
            {
                Type = ActionType.Drifted,
                Detail = null,
            }
            : action;

        bool Saw(ActionType type) => before.Knows(OpenProblem.PrintOf(slug, action, type));
    }
}
