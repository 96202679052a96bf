using Galley.Content;
using Galley.Publishing;

namespace Galley.Cli.Screen;

/// <summary>A line for each thing that came to an end or needs patience.</summary>
internal static class ProgressWords
{
    /// <summary>Null for what is not worth a line.</summary>
    public static string? Of(PublishEvent value) => value switch
    {
        PublishEvent.Begun { Creates: 0 } => "Nothing is left to send.",
        PublishEvent.Begun { Creates: var creates } => $"Sending {creates}.",
        PublishEvent.UploadEnded { Succeeded: true } upload => $"  uploaded     {upload.Client}: {upload.File}",
        PublishEvent.Retrying again => $"  again in {again.Wait.TotalSeconds:0} s  {KindName.Of(again.Kind)} {again.Client}/{again.Key}: {again.Why}",
        PublishEvent.LedgerBlocked blocked => $"  the ledger can't be written: {blocked.Why}",
        PublishEvent.Ended { Outcome: ApplyOutcome.Done } ended => $"  {Words(ended.Outcome),-12} {ended.Item.Name}",
        PublishEvent.Ended ended => $"  {Words(ended.Outcome),-12} {ended.Item.Name}: {ended.Item.Sentence}",
        _ => null,
    };

    private static string Words(ApplyOutcome outcome) => outcome switch
    {
        ApplyOutcome.Done => "done",
        ApplyOutcome.Failed => "failed",
        ApplyOutcome.InDoubt => "in doubt",
        ApplyOutcome.Held => "held",
        ApplyOutcome.NotStarted => "not started",
        ApplyOutcome.Waiting => "waiting",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
