using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Galley.Applying.Results;
using Galley.Planning;

namespace Galley.Rendering.Text;

/// <summary>An apply's result for people: what was done in a line each, what needs them with what to type, and when to come back.</summary>
public static class ApplyResultText
{
    /// <param name="listsDone">False where somebody has watched them go out.</param>
    public static string Write(ApplyResult result, bool listsDone = true)
    {
        var text = new StringBuilder();
        foreach (var warning in result.Warnings)
        {
            text.Append("Warning: ").Append(warning).Append('\n');
        }

        if (listsDone)
        {
            foreach (var done in DoneItems.ByWord(result.Done))
            {
                WriteItems(text, Sentence(done.Key), [.. done]);
            }
        }

        WriteItems(text, "Failed", result.Failed);
        WriteItems(text, $"{Status.NeedsYou}: maybe sent, look in LeadPanther", result.InDoubt);
        WriteItems(text, Status.OnHold, result.Held);
        WriteItems(text, "Not started", result.NotStarted);
        WriteUnrecorded(text, result.Unrecorded);
        if (result.Error is { } error)
        {
            text.Append("The run stopped: ").Append(error).Append('\n').Append('\n');
        }

        text.Append(Totals(result)).Append('\n');
        foreach (var line in Endings(result))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One line: what the run came to.</summary>
    public static string Totals(ApplyResult result) =>
        Counts(result) is { Length: > 0 } counts ? $"Apply: {counts}."
        : result.IsRefusal ? "Apply: refused, nothing was sent."
        : result.Error is not null ? "Apply: stopped before its end."
        : result.ByHand > 0 ? "Apply: nothing to send."
        : "Nothing to do: LeadPanther is as the files say.";

    /// <summary><c>2 created, 1 ready for later</c>; empty for nothing.</summary>
    internal static string Counts(ApplyResult result)
    {
        var drafts = WaitingItems.With(Status.Draft, result).Count();
        (int Count, string Word)[] all =
        [
            .. DoneItems.ByWord(result.Done).Select(done => (done.Count(), done.Key)),
            (result.Failed.Length, "failed"),
            (result.InDoubt.Length, "in doubt"),
            (result.Held.Length + WaitingItems.With(Status.OnHold, result).Count(), "on hold"),
            (result.NotStarted.Length, "not started"),
            (WaitingItems.With(Status.Ready, result).Count(), "ready for later"),
            (drafts, drafts == 1 ? "draft" : "drafts"),
            (result.Unrecorded.Length, "not recorded"),
        ];
        return string.Join(
            ", ",
            all.Where(part => part.Count > 0)
                .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count:N0} {part.Word}"))
        );
    }

    /// <summary>When a waiting object's window opens.</summary>
    internal static string OpeningTime(ApplyItem item) =>
        LocalTimes.InCityAndUtc(item.OpensAt!.Value, LocalTimes.Zone(item.Zone), item.OpensAt.Value);

    internal static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static void WriteItems(StringBuilder text, string heading, ImmutableArray<ApplyItem> items)
    {
        if (items.IsEmpty)
        {
            return;
        }

        text.Append(heading).Append('\n');
        foreach (var alike in items.GroupBy(HeldItems.Alike).Select(alike => alike.ToList()))
        {
            text.Append("  ").Append(Name(alike)).Append('\n');
            text.Append("    ").Append(alike[0].Sentence).Append('\n');
        }

        text.Append('\n');
    }

    private static string Name(List<ApplyItem> alike) =>
        alike.Count > 1
            ? $"{alike[0].Client}: {Plural.Format(alike.Count, "post or lead magnet", "posts and lead magnets")}"
        : alike[0].Code is { } code ? $"{alike[0].Name} [{code}]"
        : alike[0].Name;

    private static void WriteUnrecorded(StringBuilder text, ImmutableArray<string> lines)
    {
        if (lines.IsEmpty)
        {
            return;
        }

        text.Append(
                "Not recorded: these lines are missing in the ledger. "
                    + "Save them to a file and run `galley ledger recover FILE` before the next apply."
            )
            .Append('\n');
        foreach (var line in lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }

        text.Append('\n');
    }

    private static IEnumerable<string> Endings(ApplyResult result)
    {
        if (result.ByHand > 0)
        {
            yield return $"{result.ByHand:N0} to look at or change by hand in LeadPanther. `galley plan` lists them.";
        }

        var later = result.Waiting.Where(item => item.OpensAt is not null).OrderBy(item => item.OpensAt).ToList();
        foreach (var item in later.Take(MostNamed))
        {
            yield return $"{Status.Ready}: {item.Name} goes to LeadPanther {OpeningTime(item)}.";
        }

        if (later.Count > MostNamed)
        {
            yield return $"… and {later.Count - MostNamed:N0} more.";
        }

        if (result.Waiting.Length > later.Count)
        {
            yield return "`galley plan` lists what is a draft, and what is on hold until it is approved or no longer paused.";
        }

        if (result.Next is { } next)
        {
            yield return $"The next window opens {OpeningTime(next)}. Run apply again then or soon after.";
        }
    }

    private const int MostNamed = 10;
}
