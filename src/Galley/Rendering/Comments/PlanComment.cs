using System.Collections.Immutable;
using System.Text;
using Galley.Planning;
using Galley.Rendering.Text;

namespace Galley.Rendering.Comments;

/// <summary>
/// The plan as the comment on a pull request: totals and the hour by which to merge, then what the pull request does, what
/// is wrong, and what needs a hand. Valid Markdown of at most the input's length for any plan; content can't get out of its place.
/// </summary>
public sealed class PlanComment
{
    private static readonly (string Verb, string Value)[] Touched =
    [
        ("adds", BaseComparison.Added),
        ("changes", BaseComparison.Changed),
        ("takes out", BaseComparison.Cancelled),
    ];

    private readonly Plan _plan;
    private readonly CommentInput _input;
    private readonly Problems _problems;
    private readonly Deadline? _deadline;
    private readonly ImmutableArray<(string Heading, ImmutableArray<(ClientPlan, PlanAction)> Actions)> _sections;
    private readonly int _untouchedNeeds;

    private PlanComment(Plan plan, CommentInput input)
    {
        (_plan, _input) = (plan, input);
        _problems = new Problems(plan, input);
        _deadline = Deadline.From(plan, input);
        _sections = input.HasBase
            ?
            [
                // Whoever asked for it: what the next apply deletes is said in every comment.
                (ActionTable.HeadingOf(ActionGroup.WillBeDeleted), Sorted(IsDeletion)),
                .. Touched.Select(part =>
                    ($"This pull request {part.Verb}", Sorted(action => IsListedAs(action, part.Value)))
                ),
            ]
            :
            [
                .. Enum.GetValues<ActionGroup>()
                    .Select(group => (ActionTable.HeadingOf(group), Sorted(action => IsListed(action, group)))),
            ];
        _untouchedNeeds = input.HasBase
            ? plan.Actions.Count(pair =>
                pair.Action.SinceBase is null && ActionTable.GroupOf(pair.Action) == ActionGroup.NeedsPerson
            )
            : 0;
    }

    public static string Write(Plan plan, CommentInput input)
    {
        var comment = new PlanComment(plan, input);
        return DetailLevel.FirstThatFits(input.Longest, comment.Write);
    }

    private string Write(DetailLevel detail)
    {
        var text = new StringBuilder();
        text.Append(SteeringNote.For(_input.Steering));
        WriteFirstLine(text);
        foreach (var notice in _input.Notices)
        {
            text.Append("\n> [!IMPORTANT]\n> ").Append(SafeMarkdown.Sentence(notice, 2_000)).Append('\n');
        }

        WriteSettings(text);
        var section = new ActionSection(_plan.Now, _input, detail);
        foreach (var (heading, actions) in _sections)
        {
            section.Write(text, heading, actions);
        }

        _problems.Write(text, detail);
        WriteRest(text, detail);
        return text.Append('\n').Append(CommitLine.For(_input.Commit)).Append(_input.Marker).Append('\n').ToString();
    }

    private void WriteFirstLine(StringBuilder text)
    {
        text.Append("**").Append(PlanText.Totals(_plan)).Append("**");
        if (_input.HasBase)
        {
            text.Append(" This pull request ").AppendJoin(", ", ByPullRequest()).Append('.');
        }

        if (_problems.Totals is { } problems)
        {
            text.Append(" **").Append(problems).Append(".**");
        }

        if (_deadline is { } deadline)
        {
            text.Append(" Merge before **")
                .Append(LocalTimes.InCity(deadline.At, LocalTimes.Zone(deadline.Zone), _plan.Now))
                .Append("**: after that ")
                .Append(deadline.After);
        }

        text.Append('\n');
    }

    private List<string> ByPullRequest()
    {
        var deleted = _plan.Actions.Count(pair => IsDeletion(pair.Action) && pair.Action.SinceBase is not null);
        List<string> some = deleted == 0 ? [] : [$"deletes {deleted}"];
        some.AddRange(
            from part in Touched
            let count = _plan.Actions.Count(pair => IsListedAs(pair.Action, part.Value))
            where count > 0
            select $"{part.Verb} {count}"
        );
        return some.Count == 0 ? ["touches no post and no lead magnet"] : some;
    }

    private void WriteSettings(StringBuilder text)
    {
        if (_input.SettingsChanged.IsEmpty)
        {
            return;
        }

        const int Most = 10;
        var names = string.Join(", ", _input.SettingsChanged.Take(Most).Select(path => SafeMarkdown.Inline(path)));
        var more = _input.SettingsChanged.Length > Most ? $" and {_input.SettingsChanged.Length - Most} more" : "";
        text.Append("\n> [!WARNING]\n> Settings change: ")
            .Append(names)
            .Append(more)
            .Append(". They can change what is sent for every post below them.\n");
    }

    private void WriteRest(StringBuilder text, DetailLevel detail)
    {
        if (_untouchedNeeds > 0)
        {
            text.Append("\nElsewhere, and not of this pull request, ")
                .Append(_untouchedNeeds)
                .Append(_untouchedNeeds == 1 ? " needs" : " need")
                .Append(" a person.\n");
        }

        if (detail == DetailLevel.Ladder[0])
        {
            return;
        }

        text.Append("\nNot everything fits into one comment. ");
        if (_input.Run is { } run)
        {
            text.Append("[The run's summary](<").Append(run.AbsoluteUri).Append(">) shows more. ");
        }

        text.Append("`galley plan` shows it all.\n");
    }

    private ImmutableArray<(ClientPlan, PlanAction)> Sorted(Func<PlanAction, bool> belongs) =>
        [.. _plan.Actions.Where(pair => belongs(pair.Action)).OrderBy(pair => pair.Action.Type)];

    private static bool IsDeletion(PlanAction action) => ActionTable.GroupOf(action) == ActionGroup.WillBeDeleted;

    private static bool IsListedAs(PlanAction action, string sinceBase) =>
        action.SinceBase == sinceBase && !IsDeletion(action);

    private static bool IsListed(PlanAction action, ActionGroup group) =>
        ActionTable.For(action.Type).IsListed && ActionTable.GroupOf(action) == group;
}
