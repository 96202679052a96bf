using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Rendering.Notices;
using Galley.Rendering.Text;

namespace Galley.Rendering.Issue;

/// <summary>
/// The one issue that lists what needs a person, for any plan within what GitHub takes. It tells what is new from its own
/// body: each problem is told once, in a comment, until it is solved and comes back.
/// </summary>
public sealed class GalleyIssue
{
    public const string Title = "Galley: what needs you";
    public const string Label = "galley";

    /// <summary>The body's last line: by it, its author and the label the issue is found again.</summary>
    public const string Marker = "<!-- galley:issue -->";

    /// <summary>
    /// Problems that the body remembers: as many as leave room for words. The others are counted, and told when they
    /// move up.
    /// </summary>
    private const int MostKnown = 1_500;

    private readonly IssueInput _input;
    private readonly ImmutableArray<OpenProblem> _problems;
    private readonly ImmutableArray<string> _ofUnreadClients;
    private readonly ApprovalReminders _reminders;

    private GalleyIssue(IssueInput input, IssueState before)
    {
        _input = input;
        _problems = OpenProblems.Collect(input, before);
        _reminders = new ApprovalReminders(input);
        string[] unread =
        [
            .. input
                .Plan.Clients.Where(client => client.Name is null)
                .Select(client => OpenProblem.PrintOf(client.Slug)),
        ];
        _ofUnreadClients =
        [
            .. before
                .Told.Concat(before.Untold.Keys)
                .Where(print => unread.Any(client => print.StartsWith(client, StringComparison.Ordinal))),
        ];
    }

    /// <param name="before">The issue's body as it is; null when there is no issue.</param>
    public static IssueRevision Write(IssueInput input, string? before)
    {
        var old = IssueState.Read(before, fresh: input.Now.ToUnixTimeSeconds());
        var issue = new GalleyIssue(input, old);
        var state = old.With(
            issue._problems.Select(problem => problem.Print).Distinct().Take(MostKnown).Concat(issue._ofUnreadClients)
        );
        return new IssueRevision(
            issue.Body(state),
            !issue._problems.IsEmpty || !issue._ofUnreadClients.IsEmpty || !issue._reminders.IsEmpty,
            IssueNotices.Compare(input, issue._problems, state),
            issue.Body(state.AllTold())
        )
        {
            Notices = NoticesOf.Bounded([
                .. IssueNotices
                    .Untold(issue._problems, state)
                    .Select(problem => NoticesOf.Problem(problem.Client, problem.Action)),
            ]),
        };
    }

    /// <summary>The same list without an issue, for a job's summary.</summary>
    public static string Summary(IssueInput input)
    {
        var issue = new GalleyIssue(input, IssueState.Empty);
        return DetailLevel.FirstThatFits(input.Longest, detail => issue.Shown(detail).ToString());
    }

    private string Body(IssueState state) =>
        DetailLevel.FirstThatFits(_input.Longest, detail =>
            Shown(detail).Append('\n').Append(state.Write()).Append(Marker).Append('\n').ToString()
        );

    private StringBuilder Shown(DetailLevel detail)
    {
        var text = new StringBuilder();
        WriteFirstLine(text);
        var item = new ProblemItem(_input, detail);
        var headings = detail.Headings;
        foreach (var group in _problems.GroupBy(problem => problem.Action.Type))
        {
            WriteGroup(text, item, detail, headings, [.. group]);
            headings = Math.Max(0, headings - group.Count());
        }

        _reminders.Write(text, detail.Rows);
        if (!_ofUnreadClients.IsEmpty)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{_ofUnreadClients.Length:N0} more of clients whose client.yaml can't be read. `galley validate` says why.\n"
            );
        }

        return text;
    }

    private void WriteFirstLine(StringBuilder text)
    {
        if (_problems.IsEmpty && !_reminders.IsEmpty)
        {
            text.Append("**Posts wait for a client's approval, and their times come near.**\n");
        }
        else if (_problems.IsEmpty)
        {
            text.Append("**Nothing needs you.** Galley opens this issue again when something does.\n");
        }
        else
        {
            text.Append("**Needs you: ")
                .Append(PlanText.Counts(ActionTotal.Of(_problems.Select(problem => problem.Action), _input.Now)))
                .Append(
                    ".** To answer, paste a line from here into a new comment; you need write access. "
                        + "What is settled leaves this list, and Galley closes the issue when nothing is left.\n"
                );
        }
    }

    private static void WriteGroup(
        StringBuilder text,
        ProblemItem item,
        DetailLevel detail,
        int headings,
        ImmutableArray<OpenProblem> group
    )
    {
        var heading = ActionTable.For(group[0].Action.Type).Words;
        text.Append(CultureInfo.InvariantCulture, $"\n## {heading} ({group.Length:N0})\n");
        foreach (var problem in group.Take(headings))
        {
            item.WriteFull(text, problem, heading);
        }

        var rest = group.Skip(headings).ToList();
        if (rest.Count > 0)
        {
            text.Append('\n');
        }

        foreach (var problem in rest.Take(detail.Rows))
        {
            ProblemItem.WriteLine(text, problem);
        }

        if (rest.Count > detail.Rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"- … and {rest.Count - detail.Rows:N0} more. `galley plan --refresh` lists them.\n"
            );
        }
    }
}
