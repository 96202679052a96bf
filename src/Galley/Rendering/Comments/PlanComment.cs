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
    private static readonly (string Heading, string Value)[] Touched =
    [
        ("This pull request adds", BaseComparison.Added),
        ("This pull request changes", BaseComparison.Changed),
        ("This pull request takes out", BaseComparison.Cancelled),
    ];

    private static readonly (string Heading, ActionGroup Group)[] Groups =
    [
        ("Needs a person", ActionGroup.NeedsPerson),
        ("Will be sent", ActionGroup.WillBeSent),
        ("Waiting", ActionGroup.Waiting),
        ("Nothing to do", ActionGroup.NothingToDo),
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
            ? [.. Touched.Select(part => (part.Heading, Sorted(action => action.SinceBase == part.Value)))]
            : [.. Groups.Select(part => (part.Heading, Sorted(action => IsListed(action, part.Group))))];
        _untouchedNeeds = input.HasBase
            ? plan.Actions.Count(pair =>
                pair.Action.SinceBase is null && ActionTable.For(pair.Action.Type).Group == ActionGroup.NeedsPerson
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
                .Append(LocalTimes.Local(deadline.At, LocalTimes.Zone(deadline.Zone), _plan.Now))
                .Append("**: after that ")
                .Append(deadline.After);
        }

        text.Append('\n');
    }

    private List<string> ByPullRequest()
    {
        string[] verbs = ["adds", "changes", "takes out"];
        var some = _sections
            .Zip(verbs)
            .Where(pair => !pair.First.Actions.IsEmpty)
            .Select(pair => $"{pair.Second} {pair.First.Actions.Length}")
            .ToList();
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
            text.Append("\nNot of this pull request, and waiting for a person: ")
                .Append(_untouchedNeeds)
                .Append(". `galley plan` lists them.\n");
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

    private static bool IsListed(PlanAction action, ActionGroup group) =>
        ActionTable.For(action.Type) is { IsListed: true } row && row.Group == group;
}
