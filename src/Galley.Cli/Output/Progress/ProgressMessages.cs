using Galley.Applying.Results;
using Galley.Diagnostics;
using Galley.Rendering;

namespace Galley.Cli.Output.Progress;

/// <summary>A line for each thing that came to an end or has to wait.</summary>
internal static class ProgressMessages
{
    /// <summary>Null for what is not worth a line.</summary>
    public static string? For(ApplyEvent value) =>
        value switch
        {
            ApplyEvent.Begun { Creates: 0 } => "Nothing to send, change or delete.",
            ApplyEvent.Begun { Creates: var creates } =>
                $"{Plural.Format(creates, "post or lead magnet", "posts and lead magnets")} to send, change or delete.",
            ApplyEvent.UploadEnded { Succeeded: true } upload => $"  uploaded     {upload.Client}: {upload.File}",
            ApplyEvent.Retrying again =>
                $"  retry in {again.Wait.TotalSeconds:0} s  {ContentKind.For(again.Kind).Name} {again.Client}/{again.Key}: {again.Why}",
            ApplyEvent.LedgerBlocked blocked => $"  the ledger can't be written: {blocked.Why}",
            ApplyEvent.Ended { Outcome: ApplyOutcome.Done } ended =>
                $"  {DoneItems.WordOf(ended.Item), -12} {ended.Item.Name}",
            ApplyEvent.Ended ended => $"  {Describe(ended), -12} {ended.Item.Name}: {ended.Item.Sentence}",
            _ => null,
        };

    private static string Describe(ApplyEvent.Ended ended) =>
        ended.Outcome switch
        {
            ApplyOutcome.Done => "done",
            ApplyOutcome.Failed => "failed",
            ApplyOutcome.InDoubt => "in doubt",
            ApplyOutcome.Held => "on hold",
            ApplyOutcome.NotStarted => "not started",
            ApplyOutcome.Waiting => WaitingItems.StatusOf(ended.Item).ToLowerInvariant(),
            _ => throw new ArgumentOutOfRangeException(nameof(ended), ended.Outcome, null),
        };
}
