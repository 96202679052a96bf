using System.Text;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Resolutions;

namespace Galley.Rendering.Issue;

/// <summary>One problem for people, ending in the lines to paste as an answer.</summary>
internal sealed class ProblemItem(IssueInput input, DetailLevel detail)
{
    /// <summary>
    /// Under a heading, with what to change field by field, each line to paste in a block that GitHub gives a copy
    /// button.
    /// </summary>
    /// <param name="said">The words that stand above it already.</param>
    public void WriteFull(StringBuilder text, OpenProblem problem, string? said = null)
    {
        var (client, action) = problem;
        text.Append("\n### ").Append(Linked(client, action)).Append("\n\n");
        if (ActionDescriptions.For(action, LocalTimes.Zone(client.Zone)) != said)
        {
            text.Append(Describe(client, action)).Append("\n\n");
        }

        text.AppendJoin(" · ", ActionFacts.For(client, action, input.Now)).Append("\n\n");
        if (detail.Text > 0)
        {
            foreach (var change in action.Changes.Take(detail.Rows))
            {
                text.Append(
                        FieldDiff.Write(ActionDescriptions.Local(change, LocalTimes.Zone(client.Zone)), detail.Text)
                    )
                    .Append('\n');
            }
        }
        // The lines to paste come last: there people look for them.
        foreach (var step in NextStep.Steps(action, client.Slug).OrderBy(IsAnswer))
        {
            WriteStep(text, step);
        }
    }

    public static void WriteLine(StringBuilder text, OpenProblem problem)
    {
        var (client, action) = problem;
        text.Append("- ").Append(ActionFacts.Name(client, action)).Append(": ").Append(Describe(client, action));
        if (NextStep.For(action, client.Slug) is { } step)
        {
            text.Append(' ').Append(SafeMarkdown.Sentence(ActionFacts.AsAnswer(step), 1_000));
        }

        text.Append('\n');
    }

    private static void WriteStep(StringBuilder text, Step step)
    {
        if (IsAnswer(step))
        {
            text.Append(SafeMarkdown.Sentence(step.When))
                .Append(":\n\n")
                .Append(SafeMarkdown.Block($"/galley {step.Line}"));
        }
        else
        {
            text.Append(SafeMarkdown.Sentence(ActionFacts.AsAnswer(step.Sentence).TrimEnd('.'), 1_000)).Append(".\n");
        }

        text.Append('\n');
    }

    /// <summary>Whether its line does something in a comment.</summary>
    private static bool IsAnswer(Step step) =>
        step.Line is { } line && ResolutionParser.Forms.ContainsKey(line.Split(' ')[0]);

    private static string Describe(ClientPlan client, PlanAction action) =>
        SafeMarkdown.Sentence(ActionDescriptions.For(action, LocalTimes.Zone(client.Zone))) + ".";

    private string Linked(ClientPlan client, PlanAction action)
    {
        var name = ActionFacts.Name(client, action);
        return input.Files is { } files && action.Path is { Length: <= 1_000 } path
            ? $"[{name}](<{files.AbsoluteUri}{SafeMarkdown.UrlPath(path)}>)"
            : name;
    }
}
