using System.Collections.Immutable;
using System.Text;
using Galley.Applying.Results;

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
            WriteItems(text, "Done", result.Done);
        }

        WriteItems(text, "Failed", result.Failed);
        WriteItems(text, "In doubt: a person must look", result.InDoubt);
        WriteItems(text, "Held", result.Held);
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
    public static string Totals(ApplyResult result)
    {
        (int Count, string Word)[] all =
        [
            (result.Done.Length, "done"),
            (result.Failed.Length, "failed"),
            (result.InDoubt.Length, "in doubt"),
            (result.Held.Length, "held"),
            (result.NotStarted.Length, "not started"),
            (result.Waiting.Length, "waiting"),
            (result.Unrecorded.Length, "not recorded"),
        ];
        string[] some = [.. all.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Word}")];
        return some.Length > 0 ? $"Apply: {string.Join(", ", some)}."
            : result.IsRefusal ? "Apply: refused, nothing was sent."
            : result.Error is not null ? "Apply: stopped before its end."
            : result.ByHand > 0 ? "Apply: nothing to send."
            : "Nothing to do: LeadPanther holds all that it should.";
    }

    private static void WriteItems(StringBuilder text, string heading, ImmutableArray<ApplyItem> items)
    {
        if (items.IsEmpty)
        {
            return;
        }

        text.Append(heading).Append('\n');
        foreach (var item in items)
        {
            text.Append("  ").Append(item.Name).Append(item.Code is { } code ? $" [{code}]" : "").Append('\n');
            text.Append("    ").Append(item.Sentence).Append('\n');
        }

        text.Append('\n');
    }

    private static void WriteUnrecorded(StringBuilder text, ImmutableArray<string> lines)
    {
        if (lines.IsEmpty)
        {
            return;
        }

        text.Append(
                "Not recorded: the ledger lacks these lines. Save them to a file and run `galley ledger recover FILE` before the next apply."
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
            yield return $"{result.ByHand} to look at or change by hand in LeadPanther: `galley plan` lists them.";
        }

        var waiting = result.Waiting.Where(item => item.OpensAt is not null).OrderBy(item => item.OpensAt).ToList();
        foreach (var item in waiting.Take(MostNamed))
        {
            yield return $"Waits: {item.Name}, until {LocalTimes.Opens(item)}.";
        }

        if (waiting.Count > MostNamed)
        {
            yield return $"… and {waiting.Count - MostNamed} more.";
        }

        if (result.Waiting.Length > waiting.Count)
        {
            yield return $"Waiting for a person (paused, not approved, or a draft): {result.Waiting.Length - waiting.Count}. `galley plan` says which.";
        }

        if (result.Next is { } next)
        {
            yield return $"Run apply again at {LocalTimes.Opens(next)} or soon after: the next window opens then.";
        }
    }

    private const int MostNamed = 10;
}
