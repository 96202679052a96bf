using System.Collections.Concurrent;
using System.Collections.Immutable;
using Galley.Applying.Results;
using Galley.Applying.Stopping;

namespace Galley.Applying;

/// <summary>Gathers what came of each object, from many workers, into the result.</summary>
internal sealed class ResultCollector(IProgress<ApplyEvent>? progress)
{
    private readonly ConcurrentQueue<ItemOutcome> _ended = new();
    private readonly ConcurrentQueue<string> _unrecorded = new();
    private readonly ConcurrentDictionary<string, int> _warnings = new(StringComparer.Ordinal);
    private int _byHand;

    public void Say(ApplyEvent news) => progress?.Report(news);

    /// <summary>What this run did, or met.</summary>
    public void Add(ItemOutcome ended)
    {
        AddPlanned(ended);
        Say(new ApplyEvent.Ended(ended.Outcome, ended.Item));
    }

    /// <summary>What the plan says already.</summary>
    public void AddPlanned(ItemOutcome ended) => _ended.Enqueue(ended);

    /// <summary>Each is said once, however many clients it concerns.</summary>
    public void AddWarnings(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            _warnings.TryAdd(warning, _warnings.Count);
        }
    }

    public void AddByHand() => Interlocked.Increment(ref _byHand);

    public void AddUnrecorded(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            _unrecorded.Enqueue(line);
        }
    }

    public ApplyResult Result(StopSignal stopSignal, ImmutableArray<string> warnings) =>
        new()
        {
            Done = WithOutcome(ApplyOutcome.Done),
            Failed = WithOutcome(ApplyOutcome.Failed),
            InDoubt = WithOutcome(ApplyOutcome.InDoubt),
            Held = WithOutcome(ApplyOutcome.Held),
            NotStarted = WithOutcome(ApplyOutcome.NotStarted),
            Waiting = WithOutcome(ApplyOutcome.Waiting),
            Unrecorded = [.. _unrecorded],
            Error = stopSignal.Reason?.Why,
            Warnings = [.. warnings, .. _warnings.OrderBy(warning => warning.Value).Select(warning => warning.Key)],
            ByHand = _byHand,
            Need = ExitCodePriority.Highest([
                stopSignal.Reason?.Need ?? ExitCode.Fine,
                _byHand > 0 ? ExitCode.PersonNeeded : ExitCode.Fine,
            ]),
        };

    private ImmutableArray<ApplyItem> WithOutcome(ApplyOutcome outcome) =>
        [
            .. _ended
                .Where(ended => ended.Outcome == outcome)
                .Select(ended => ended.Item)
                .OrderBy(item => item.Client, StringComparer.Ordinal)
                .ThenBy(item => item.Kind)
                .ThenBy(item => item.Key, StringComparer.Ordinal),
        ];
}

/// <summary>How one object ended in this run.</summary>
internal sealed record ItemOutcome(ApplyOutcome Outcome, ApplyItem Item);
