using System.Text;
using Galley.Live;
using Galley.Rendering.Comments;
using Galley.Rendering.Text;

namespace Galley.Rendering.Issue;

/// <summary>A refresh as a job's summary: what needs a person, and how much was read.</summary>
public static class RefreshSummary
{
    private const int MostFailures = 50;

    public static string Write(IssueInput input, LiveReport report)
    {
        var text = new StringBuilder(GalleyIssue.Summary(input))
            .Append('\n')
            .Append(SafeMarkdown.Sentence(RefreshText.Totals(report)))
            .Append('\n');
        if (!report.Failures.IsEmpty)
        {
            text.Append('\n');
        }

        foreach (var failure in report.Failures.Take(MostFailures))
        {
            text.Append("- ").Append(SafeMarkdown.Sentence(failure)).Append('\n');
        }

        return text.ToString();
    }
}
