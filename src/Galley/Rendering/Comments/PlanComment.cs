using System.Collections.Immutable;
using System.Text;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Text;

namespace Galley.Rendering.Comments;

/// <summary>
/// The plan as the comment on a pull request: what comes of it and until when to merge; what is risky; what is wrong; then its posts,
/// to read and to unfold; last what is elsewhere, in a line. Valid Markdown of at most the input's length for any plan; content can't
/// get out of its place.
/// </summary>
public sealed class PlanComment
{
    private readonly Plan _plan;
    private readonly CommentInput _input;
    private readonly Problems _problems;
    private readonly Deadline? _deadline;
    private readonly ImmutableArray<(ClientPlan, PlanAction)> _deletions;
    private readonly ImmutableArray<(ClientPlan Client, PlanAction Action)> _listed;
    private readonly ImmutableArray<PlanAction> _heldToo;
    private readonly ImmutableArray<PlanAction> _elsewhere;

    private PlanComment(Plan plan, CommentInput input)
    {
        (_plan, _input) = (plan, input);
        _problems = new Problems(plan, input);
        _deadline = Deadline.From(plan, input);
        // Whoever asked for it: what the next apply deletes is said in every comment.
        _deletions = [.. plan.Actions.Where(pair => IsDeletion(pair.Action))];
        _listed = [.. plan.Actions.Where(pair => IsListed(pair.Action))];
        var others = plan
            .Actions.Where(pair => input.HasBase && pair.Action.SinceBase is null && !IsDeletion(pair.Action))
            .ToLookup(pair => _problems.Holds(pair.Client, pair.Action), pair => pair.Action);
        (_heldToo, _elsewhere) = ([.. others[true]], [.. others[false]]);
    }

    public static string Write(Plan plan, CommentInput input)
    {
        var comment = new PlanComment(plan, input);
        return PlanDetail.FirstThatFits(input.Longest, comment.Write);
    }

    private string Write(PlanDetail detail)
    {
        var text = new StringBuilder();
        text.Append(SteeringNote.For(_input.Steering));
        WriteFirstLine(text);
        foreach (var notice in _input.Notices)
        {
            text.Append("\n> [!IMPORTANT]\n> ").Append(SafeMarkdown.Sentence(notice, 2_000)).Append('\n');
        }

        SettingsSection.Write(text, _input, detail);
        var tables = new ClientTables(_plan.Now, _input, detail);
        if (!_deletions.IsEmpty)
        {
            text.Append(
                $"\n## {ActionTable.HeadingOf(ActionGroup.WillBeDeleted)} in LeadPanther ({_deletions.Length:N0})\n"
            );
            tables.Write(text, _deletions);
        }

        _problems.Write(text, detail);
        new HandWorkList(_plan.Now, _input, detail).Write(text, _listed);
        if (!_listed.IsEmpty)
        {
            text.Append(_input.HasBase ? "\n## In this pull request\n" : "\n## The plan\n");
            tables.Write(text, _listed);
            WriteDetails(text, detail);
        }

        WriteEnd(text, detail);
        return text.Append('\n').Append(CommitLine.For(_input.Commit)).Append(_input.Marker).Append('\n').ToString();
    }

    private void WriteFirstLine(StringBuilder text)
    {
        var (things, files) = _problems.ToFix;
        text.Append(
            _input.HasBase ? Headline.Write(_plan, things, files)
            : things > 0 ? $"{Headline.NotYet(things, files)} {PlanText.Totals(_plan)}"
            : $"**{PlanText.Totals(_plan)}**"
        );
        if (_deadline is { } deadline)
        {
            text.Append(" Merge before **")
                .Append(LocalTimes.InCity(deadline.At, LocalTimes.Zone(deadline.Zone), _plan.Now))
                .Append("**: after that ")
                .Append(deadline.After);
        }

        text.Append('\n');
        if (_input.Run is { } run && _listed.Any(pair => pair.Action.SinceBase is not null))
        {
            text.Append("\n[Preview](<")
                .Append(run.AbsoluteUri)
                .Append("#artifacts>): each post as LinkedIn shows it, also to send to a client.\n");
        }
    }

    private void WriteDetails(StringBuilder text, PlanDetail detail)
    {
        if (detail.Texts > 0)
        {
            text.Append("\nClick a post to see what changes and how it will read:\n");
        }

        var details = new PostDetails(_plan.Now, _input, detail);
        foreach (var (client, action) in _listed.Take(detail.Texts))
        {
            details.Write(text, client, action);
        }
    }

    private void WriteEnd(StringBuilder text, PlanDetail detail)
    {
        if (!_heldToo.IsEmpty)
        {
            text.Append("\nAlso on hold until these files are corrected: ").Append(Counted(_heldToo)).Append(".\n");
        }

        if (!_elsewhere.IsEmpty)
        {
            text.Append("\nElsewhere, not of this pull request: ")
                .Append(PlanText.Counts(ActionTotal.Of(_elsewhere, _plan.Now)))
                .Append(".\n");
        }

        if (detail == PlanDetail.Ladder[0])
        {
            return;
        }

        text.Append("\nNot everything fits into one comment.");
        if (_input.Run is { } run)
        {
            text.Append(" [The run's summary](<").Append(run.AbsoluteUri).Append(">) shows more.");
        }

        text.Append('\n');
    }

    private static string Counted(IEnumerable<PlanAction> actions) =>
        string.Join(
            " and ",
            actions
                .CountBy(action => action.Kind)
                .OrderByDescending(count => count.Key)
                .Select(count => (ContentKind.For(count.Key), count.Value))
                .Select(count => Plural.Format(count.Value, $"other {count.Item1.Noun}", $"other {count.Item1.Plural}"))
        );

    private bool IsListed(PlanAction action) =>
        !IsDeletion(action) && (_input.HasBase ? action.SinceBase is not null : ActionTable.For(action.Type).IsListed);

    private static bool IsDeletion(PlanAction action) => ActionTable.GroupOf(action) == ActionGroup.WillBeDeleted;
}
