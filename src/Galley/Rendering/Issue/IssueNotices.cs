using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Galley.Rendering.Comments;

namespace Galley.Rendering.Issue;

/// <summary>Each problem that nobody was told of yet, as a comment that mentions whom it concerns.</summary>
internal static class IssueNotices
{
    /// <summary>Comments a run; the problems beyond share one. GitHub slows down who writes more, and nobody reads them.</summary>
    private const int MostComments = 50;

    public static ImmutableArray<IssueNotice> Compare(
        IssueInput input,
        ImmutableArray<OpenProblem> problems,
        IssueState state
    )
    {
        var untold = Untold(problems, state).ToList();
        var single = untold.Take(MostComments).Select(problem => One(input, problem, state));
        var rest = untold.Skip(MostComments).ToList();
        return rest.Count == 0 ? [.. single] : [.. single, Many(input, rest, state)];
    }

    public static IEnumerable<OpenProblem> Untold(ImmutableArray<OpenProblem> problems, IssueState state) =>
        problems
            .DistinctBy(problem => problem.Print)
            .Where(problem => state.Untold.ContainsKey(problem.Print))
            .OrderBy(problem => state.Untold[problem.Print]);

    private static IssueNotice One(IssueInput input, OpenProblem problem, IssueState state) =>
        Comment(problem.Print, state.Untold[problem.Print], state, input, detail =>
        {
            var text = new StringBuilder(Mentions(input.Notify(problem.Client.Slug))).Append("This needs you:\n");
            new ProblemItem(input, detail).WriteFull(text, problem);
            return text;
        });

    private static IssueNotice Many(IssueInput input, List<OpenProblem> problems, IssueState state) =>
        Comment("rest", state.Untold[problems[0].Print], state, input, detail =>
        {
            var text = new StringBuilder(
                Mentions([
                    .. problems
                        .Select(problem => problem.Client.Slug)
                        .Distinct()
                        .SelectMany(slug => input.Notify(slug)),
                ])
            ).Append(CultureInfo.InvariantCulture, $"{problems.Count:N0} more need you:\n\n");
            foreach (var problem in problems.Take(detail.Rows))
            {
                ProblemItem.WriteLine(text, problem);
            }

            return problems.Count > detail.Rows
                ? text.Append(CultureInfo.InvariantCulture, $"- … and {problems.Count - detail.Rows} more\n")
                : text;
        });

    private static IssueNotice Comment(
        string print,
        long number,
        IssueState state,
        IssueInput input,
        Func<DetailLevel, StringBuilder> write
    )
    {
        var mark = $"<!-- galley:problem {print} ";
        var whole = string.Create(CultureInfo.InvariantCulture, $"{mark}{number} -->");
        return new IssueNotice(
            state.IsLost ? mark : whole,
            DetailLevel.FirstThatFits(input.Longest, detail =>
                write(detail).Append('\n').Append(whole).Append('\n').ToString()
            )
        );
    }

    /// <summary>The only live names in all that Galley writes.</summary>
    private static string Mentions(ImmutableArray<string> names)
    {
        string[] some =
        [
            .. names.Where(MentionName.IsOne).Distinct(StringComparer.OrdinalIgnoreCase).Take(MentionName.Most),
        ];
        return some.Length == 0 ? "" : $"{string.Join(' ', some.Select(name => "@" + name))} ";
    }
}
