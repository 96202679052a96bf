using System.Collections.Immutable;

namespace Galley.Applying.Results;

/// <summary>What an apply did, could not do, and left. Each list is sorted by client, kind and key.</summary>
public sealed record ApplyResult
{
    public ImmutableArray<ApplyItem> Done { get; init; } = [];
    public ImmutableArray<ApplyItem> Failed { get; init; } = [];

    /// <summary>It may or may not be in LeadPanther; nothing is sent for it until a person says.</summary>
    public ImmutableArray<ApplyItem> InDoubt { get; init; } = [];
    public ImmutableArray<ApplyItem> Held { get; init; } = [];
    public ImmutableArray<ApplyItem> NotStarted { get; init; } = [];
    public ImmutableArray<ApplyItem> Waiting { get; init; } = [];

    /// <summary>Ledger lines that could not be made durable, for <c>galley ledger recover FILE</c>.</summary>
    public ImmutableArray<string> Unrecorded { get; init; } = [];

    /// <summary>What stopped the run before its end, as a sentence.</summary>
    public string? Error { get; init; }

    /// <summary>Whether <see cref="Error"/> came before the first request that changes anything, so that nothing was sent.</summary>
    public bool IsRefusal { get; init; }

    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Objects whose change or removal is a person's work: the plan lists them.</summary>
    public int ByHand { get; init; }

    /// <summary>What the run as a whole asks for, beside its items.</summary>
    public ExitCode Need { get; init; }

    /// <summary>What waits for the window that opens next; null when nothing waits for its time.</summary>
    public ApplyItem? Next => Waiting.Where(item => item.OpensAt is not null).MinBy(item => item.OpensAt);

    public ExitCode ExitCode =>
        ExitCodePriority.Highest(Items.Select(item => item.Need).Append(Need).Append(FromUnrecorded));

    public IEnumerable<ApplyItem> Items => [.. Done, .. Failed, .. InDoubt, .. Held, .. NotStarted, .. Waiting];

    private ExitCode FromUnrecorded => Unrecorded.IsEmpty ? ExitCode.Fine : ExitCode.Error;
}
