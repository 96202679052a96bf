using System.Text;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Ledger.Format;

namespace Galley.Ledger.Stores;

/// <summary>What an append says of itself: <c>git log</c> of the ledger's branch is the audit trail.</summary>
internal static class CommitMessage
{
    private const int SubjectLength = 72;

    public static string For(IReadOnlyList<LedgerEvent> events, LedgerHeader before, LedgerHeader after, string run)
    {
        if (events.Count == 0)
        {
            return $"{OneLine(Describe(before, after))}\n\nRun {run}\n";
        }

        var commit = events[0].Stamp?.Commit is { } c ? $", content {c}" : "";
        var text = new StringBuilder(Subject(events)).Append("\n\n");
        foreach (var e in events)
        {
            text.Append("- ").Append(OneLine(Describe(e))).Append('\n');
        }

        return text.Append($"\nRun {run}{commit}\n").ToString();
    }

    private static string Subject(IReadOnlyList<LedgerEvent> events)
    {
        var words = OneLine(Describe(events[0]));
        if (events.Count > 1)
        {
            words =
                string.Join(", ", events.GroupBy(LineFormat.NameOf).Select(g => $"{g.Count()} {g.Key}"))
                + ": "
                + Slugs(events);
        }

        return words.Length <= SubjectLength ? words : words[..(SubjectLength - 1)] + "…";
    }

    private static string Slugs(IReadOnlyList<LedgerEvent> events) =>
        string.Join(", ", events.Select(e => e.Slug).Distinct().Order(StringComparer.Ordinal));

    private static string Describe(LedgerHeader before, LedgerHeader after) =>
        after.NotOffered.Except(before.NotOffered).Select(pair => pair.Key).ToList() is { Count: > 0 } lacks
            ? $"LeadPanther's API does not offer: {string.Join(", ", lacks)}"
            : "Bind the ledger to its API and accounts";

    private static string Describe(LedgerEvent e) =>
        e switch
        {
            Intended x => $"{Name(x)} is about to be sent",
            Released x => $"{Name(x)} was not sent: {x.Reason}",
            Created x => $"{Name(x)} was created as {x.Id}",
            Rejected x => $"{Name(x)} was rejected with {x.Status}: {x.Message}",
            Moved x => $"{Name(x)} was renamed from {x.From}",
            Adopted x => $"{Name(x)} was adopted as {x.Id}",
            Done x => $"{Name(x)} was changed to {x.Payload.Code} by hand",
            Retired { Recreate: true } x => $"{Name(x)} was forgotten, and may be created again",
            Retired x => $"{Name(x)} was retired",
            Sent x => $"{Name(x)} was sent{(x.Id is null ? "" : $" as {x.Id}")}: a person confirmed it",
            NotSent x => $"{Name(x)} was not sent: a person confirmed it",
            Found x => $"{Name(x)} was found in LeadPanther as {x.Id}",
            Absent x => $"{Name(x)} is not in LeadPanther's list, so it was not sent",
            Updated x => $"{Name(x)} was changed to {x.Payload.Code}",
            Deleted x => $"{Name(x)} was deleted",
            Archived x => $"{Name(x)} was archived",
            Overwrite x => $"{Name(x)} may be overwritten while LeadPanther shows it as {x.Code}",
            Approved x => $"{Name(x)} was approved as {x.ApprovalCode} by {x.By}",
            Seen x => $"{Name(x)} was seen in LeadPanther",
            Uploaded x => $"{x.Slug}: {x.File} was uploaded",
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, null),
        };

    private static string Name(ObjectEvent e) => $"{e.Slug}: {ContentKind.For(e.Kind).Name} {e.Key}";

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
