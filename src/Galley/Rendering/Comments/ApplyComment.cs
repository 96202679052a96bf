using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Galley.Applying.Results;
using Galley.Rendering.Text;

namespace Galley.Rendering.Comments;

/// <summary>An apply's result as the comment on the pull request that was merged: totals, what needs a person, then what went out.</summary>
public static class ApplyComment
{
    /// <param name="commit">The commit that was applied; null to name none.</param>
    public static string Write(
        ApplyResult result,
        string marker,
        int longest = CommentInput.LongestComment,
        string? commit = null
    ) => DetailLevel.FirstThatFits(longest, detail => Write(result, CommitLine.For(commit) + marker, detail));

    /// <param name="end">The last lines.</param>
    private static string Write(ApplyResult result, string end, DetailLevel detail)
    {
        var text = new StringBuilder().Append("**").Append(ApplyResultText.Totals(result)).Append("**");
        if (result.Next is { } next)
        {
            text.Append(" The next window opens ").Append(ApplyResultText.OpeningTime(next)).Append('.');
        }

        text.Append('\n');
        if (result.Error is { } error)
        {
            text.Append("\n> [!CAUTION]\n> The run stopped: ").Append(SafeMarkdown.Sentence(error)).Append('\n');
        }

        WriteUnrecorded(text, result.Unrecorded.Length);
        foreach (var warning in result.Warnings.Take(detail.Rows))
        {
            text.Append("\n> [!WARNING]\n> ").Append(SafeMarkdown.Sentence(warning)).Append('\n');
        }

        var done = DoneItems.ByWord(result.Done).ToLookup(group => DoneItems.IsDeletion(group.First()));
        WriteDone(text, done[true], detail);
        WriteItems(text, "Failed", result.Failed, detail);
        WriteItems(text, "In doubt: look in LeadPanther", result.InDoubt, detail);
        WriteItems(text, "On hold", result.Held, detail);
        WriteItems(text, "Not started", result.NotStarted, detail);
        WriteDone(text, done[false], detail);
        WriteItems(text, "Waiting", result.Waiting, detail);
        if (result.ByHand > 0)
        {
            text.Append("\nTo look at or change by hand in LeadPanther: ")
                .Append(result.ByHand)
                .Append(". The galley issue lists them.\n");
        }

        return text.Append('\n').Append(end).Append('\n').ToString();
    }

    /// <summary>The lines themselves hold the posts' words, and belong into the job's artefact.</summary>
    private static void WriteUnrecorded(StringBuilder text, int count)
    {
        if (count > 0)
        {
            text.Append(
                    $"\n> [!CAUTION]\n> {Plural.Format(count, "line")} could not be written to the ledger. The job's log shows them: "
                )
                .Append("save them to a file and run `galley ledger recover FILE` before the next apply.\n");
        }
    }

    private static void WriteDone(
        StringBuilder text,
        IEnumerable<IGrouping<string, ApplyItem>> groups,
        DetailLevel detail
    )
    {
        foreach (var group in groups)
        {
            WriteItems(text, ApplyResultText.Sentence(group.Key), [.. group], detail);
        }
    }

    private static void WriteItems(
        StringBuilder text,
        string heading,
        ImmutableArray<ApplyItem> items,
        DetailLevel detail
    )
    {
        if (items.IsEmpty)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## {heading} ({items.Length})\n\n");
        foreach (var item in items.Take(detail.Rows))
        {
            var code = item.Code is { } known ? $" ({SafeMarkdown.Inline(known, 20)})" : "";
            text.Append("- ")
                .Append(SafeMarkdown.Inline(item.Name))
                .Append(code)
                .Append(": ")
                .Append(SafeMarkdown.Sentence(item.Sentence))
                .Append('\n');
        }

        if (items.Length > detail.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"- … and {items.Length - detail.Rows} more\n");
        }
    }
}
