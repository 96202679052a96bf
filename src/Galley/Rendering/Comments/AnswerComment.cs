using System.Globalization;
using System.Text;
using Galley.Resolutions;

namespace Galley.Rendering.Comments;

/// <summary>What came of the words in a comment, as the answer to it.</summary>
public static class AnswerComment
{
    /// <param name="comment">The id of the comment that is answered.</param>
    public static string MarkerOf(long comment) =>
        string.Create(CultureInfo.InvariantCulture, $"<!-- galley:answer {comment} -->");

    /// <param name="answers">Each with its line, without <c>/galley</c>.</param>
    public static string Write(
        IReadOnlyList<(string Line, ResolutionResult Answer)> answers,
        string marker,
        int longest = CommentInput.LongestComment
    ) => DetailLevel.FirstThatFits(longest, detail => Write(answers, marker, detail));

    /// <summary>When nothing in the comment was even looked at.</summary>
    /// <param name="why">Our own sentence.</param>
    public static string Refuse(string why, string marker) =>
        $"**Not taken.** {SafeMarkdown.Sentence(why, 2_000)}\n\n{marker}\n";

    private static string Write(
        IReadOnlyList<(string Line, ResolutionResult Answer)> answers,
        string marker,
        DetailLevel detail
    )
    {
        var text = new StringBuilder();
        var taken = answers.Count(pair => pair.Answer is ResolutionResult.Accepted);
        if (answers.Count > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $"Taken: {taken:N0} of {answers.Count:N0}.\n\n");
        }

        foreach (var (line, result) in answers.Take(detail.Rows))
        {
            text.Append("- ").Append(Item(line, result)).Append('\n');
        }

        if (answers.Count > detail.Rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"- … and {answers.Count - detail.Rows} more: the job's log has them.\n"
            );
        }

        if (taken > 0)
        {
            text.Append("\nThe galley issue follows now, or with the next refresh.\n");
        }

        return text.Append('\n').Append(marker).Append('\n').ToString();
    }

    private static string Item(string line, ResolutionResult result) =>
        $"**{(result is ResolutionResult.Accepted ? "Taken" : "Not taken")}** "
        + $"{SafeMarkdown.Code(Excerpt.Clip($"/galley {line}".TrimEnd(), 200))}: "
        + $"{SafeMarkdown.Sentence(ActionFacts.AsAnswer(result.Sentence), 1_000)}";
}
