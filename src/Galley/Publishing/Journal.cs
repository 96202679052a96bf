using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Galley.Publishing;

/// <summary>Gathers what came of each object, from many workers, into the result.</summary>
internal sealed class Journal(IProgress<PublishEvent>? progress)
{
    private readonly ConcurrentQueue<Ended> _ended = new();
    private readonly ConcurrentQueue<string> _unrecorded = new();
    private int _byHand;

    public void Say(PublishEvent news) => progress?.Report(news);

    /// <summary>What this run did, or met.</summary>
    public void Add(Ended ended)
    {
        AddPlanned(ended);
        Say(new PublishEvent.Ended(ended.Outcome, ended.Item));
    }

    /// <summary>What the plan says already.</summary>
    public void AddPlanned(Ended ended) => _ended.Enqueue(ended);

    public void AddByHand() => Interlocked.Increment(ref _byHand);

    public void AddUnrecorded(IEnumerable<string> lines)
    {
        foreach (var line in lines) _unrecorded.Enqueue(line);
    }

    public ApplyResult Result(Brake brake, ImmutableArray<string> warnings) => new()
    {
        Done = Of(ApplyOutcome.Done),
        Failed = Of(ApplyOutcome.Failed),
        InDoubt = Of(ApplyOutcome.InDoubt),
        Held = Of(ApplyOutcome.Held),
        NotStarted = Of(ApplyOutcome.NotStarted),
        Waiting = Of(ApplyOutcome.Waiting),
        Unrecorded = [.. _unrecorded],
        Error = brake.Reason?.Why,
        Warnings = warnings,
        ByHand = _byHand,
        Need = ExitNeed.Highest([brake.Reason?.Need ?? ExitCode.Fine, _byHand > 0 ? ExitCode.PersonNeeded : ExitCode.Fine]),
    };

    private ImmutableArray<ApplyItem> Of(ApplyOutcome outcome) =>
    [
        .. _ended.Where(ended => ended.Outcome == outcome).Select(ended => ended.Item)
            .OrderBy(item => item.Client, StringComparer.Ordinal).ThenBy(item => item.Kind).ThenBy(item => item.Key, StringComparer.Ordinal),
    ];
}

/// <summary>How one object ended in this run.</summary>
internal sealed record Ended(ApplyOutcome Outcome, ApplyItem Item);
