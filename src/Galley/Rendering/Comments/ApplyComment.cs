using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Galley.Applying.Results;
using Galley.Planning;
using Galley.Rendering.Text;

namespace Galley.Rendering.Comments;

/// <summary>
/// An apply's result as the comment on the pull request that was merged: what came of its own posts, with their times and links;
/// all else is counted.
/// </summary>
public sealed class ApplyComment
{
    private const int FirstLine = 60;

    /// <summary>What a doubt says ends with the two lines to answer with.</summary>
    private const int LongestSentence = 2_000;

    private readonly ApplyCommentInput _input;
    private readonly ApplyResult _result;
    private readonly ApplyResult _own;
    private readonly ApplyResult _rest;

    private ApplyComment(ApplyResult result, ApplyCommentInput input)
    {
        (_result, _input) = (result, input);
        _own = Part(input.IsOwn);
        _rest = Part(item => !input.IsOwn(item));
    }

    public static string Write(ApplyResult result, ApplyCommentInput input)
    {
        var comment = new ApplyComment(result, input);
        return DetailLevel.FirstThatFits(input.Longest, comment.Write);
    }

    private string Write(DetailLevel detail)
    {
        var text = new StringBuilder();
        WriteFirstLine(text);
        if (_result.Error is { } error)
        {
            text.Append("\n> [!CAUTION]\n> The run stopped: ").Append(SafeMarkdown.Sentence(error)).Append('\n');
        }

        WriteUnrecorded(text, _result.Unrecorded.Length);
        foreach (var warning in _result.Warnings.Take(detail.Rows))
        {
            text.Append("\n> [!WARNING]\n> ").Append(SafeMarkdown.Sentence(warning)).Append('\n');
        }

        var done = DoneItems.ByWord(_own.Done).ToLookup(group => DoneItems.IsDeletion(group.First()));
        WriteDone(text, done[true], detail);
        WriteItems(text, "Failed", _own.Failed, detail);
        WriteItems(text, $"{Status.NeedsYou}: maybe sent", _own.InDoubt, detail);
        WriteItems(text, Status.OnHold, [.. _own.Held, .. WaitingItems.With(Status.OnHold, _own)], detail);
        WriteItems(text, "Not started", _own.NotStarted, detail);
        WriteDone(text, done[false], detail);
        WriteItems(
            text,
            $"{Status.Ready}: goes to LeadPanther later",
            [.. WaitingItems.With(Status.Ready, _own)],
            detail
        );
        WriteItems(text, Status.Draft, [.. WaitingItems.With(Status.Draft, _own)], detail);
        WriteRest(text);
        return text.Append('\n').Append(CommitLine.For(_input.Commit)).Append(_input.Marker).Append('\n').ToString();
    }

    private void WriteFirstLine(StringBuilder text)
    {
        text.Append("**")
            .Append(
                _own.Items.Any() || !_rest.Items.Any()
                    ? ApplyResultText.Totals(WithoutCounts(_own))
                    : "Apply: nothing of this pull request was to be sent."
            )
            .Append("**");
        if (_own.Next is { } next)
        {
            text.Append(" The next goes to LeadPanther ").Append(ApplyResultText.OpeningTime(next)).Append('.');
        }

        text.Append('\n');
    }

    private void WriteRest(StringBuilder text)
    {
        if (_rest.Items.Any())
        {
            text.Append("\nOther posts in this run: ").Append(ApplyResultText.Counts(_rest)).Append(".\n");
        }

        if (_result.ByHand > 0)
        {
            text.Append("\nTo look at or change by hand in LeadPanther: ")
                .Append(_result.ByHand)
                .Append(". The galley issue lists them.\n");
        }
    }

    /// <summary>What stopped the run, and how much is by hand, concern the whole run.</summary>
    private ApplyResult WithoutCounts(ApplyResult own) =>
        own with
        {
            Error = _result.Error,
            IsRefusal = _result.IsRefusal,
            ByHand = _result.ByHand,
            Unrecorded = _result.Unrecorded,
        };

    private ApplyResult Part(Func<ApplyItem, bool> belongs) =>
        new()
        {
            Done = [.. _result.Done.Where(belongs)],
            Failed = [.. _result.Failed.Where(belongs)],
            InDoubt = [.. _result.InDoubt.Where(belongs)],
            Held = [.. _result.Held.Where(belongs)],
            NotStarted = [.. _result.NotStarted.Where(belongs)],
            Waiting = [.. _result.Waiting.Where(belongs)],
        };

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

    private void WriteDone(StringBuilder text, IEnumerable<IGrouping<string, ApplyItem>> groups, DetailLevel detail)
    {
        foreach (var group in groups)
        {
            WriteItems(text, ApplyResultText.Sentence(group.Key), [.. group], detail);
        }
    }

    private void WriteItems(StringBuilder text, string heading, ImmutableArray<ApplyItem> items, DetailLevel detail)
    {
        if (items.IsEmpty)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## {heading} ({items.Length:N0})\n\n");
        var lines = items.GroupBy(HeldItems.Alike).ToList();
        foreach (var alike in lines.Take(detail.Rows))
        {
            text.Append("- ").Append(Line([.. alike])).Append('\n');
        }

        if (lines.Count > detail.Rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"- … and {lines.Skip(detail.Rows).Sum(alike => alike.Count()):N0} more\n"
            );
        }
    }

    private string Line(ImmutableArray<ApplyItem> alike)
    {
        var item = alike[0];
        var facts = _input.About(item);
        var client = SafeMarkdown.Inline(facts?.Client ?? item.Client, 80);
        return alike.Length > 1
            ? $"{client}, {Plural.Format(alike.Length, "post or lead magnet", "posts and lead magnets")}: "
                + Words(item)
            : $"{client}, {Name(item, facts)}{Time(facts)}: {Words(item)}";
    }

    private static string Words(ApplyItem item) =>
        SafeMarkdown.Sentence(ActionFacts.AsAnswer(item.Sentence), LongestSentence);

    private string Name(ApplyItem item, ApplyItemFacts? facts)
    {
        var words = facts?.FirstLine is { Length: > 0 } line ? Excerpt.FirstLine(line, FirstLine) : item.Key;
        var kind = item.Kind == Diagnostics.Kind.LeadMagnet ? "lead magnet " : "";
        var name = $"**{SafeMarkdown.Inline(words, FirstLine + 20)}**";
        var linked =
            _input.Files is { } files && facts?.Path is { Length: <= 1_000 } path
                ? $"[{name}](<{files.AbsoluteUri}{SafeMarkdown.UrlPath(path)}>)"
                : name;
        return kind + linked + (item.Code is { } code ? $" ({SafeMarkdown.Inline(code, 20)})" : "");
    }

    private string Time(ApplyItemFacts? facts) =>
        facts?.At is { } at ? $", {LocalTimes.InCityAndUtc(at, LocalTimes.Zone(facts.Zone), _input.Now)}" : "";
}
