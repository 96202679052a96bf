using System.Collections.Immutable;
using Galley.Ledger.Stores;
using NodaTime;

namespace Galley.Ledger;

/// <summary>How a run opens the ledger.</summary>
public sealed record LedgerOptions
{
    public required TimeProvider Clock { get; init; }

    /// <summary><c>ledger_id</c> of galley.yaml; any other ledger is refused.</summary>
    public string? ExpectedId { get; init; }

    /// <summary>True: a folder's lock is taken (waiting for it) and held until disposal. False: nothing is ever written.</summary>
    public bool ForApply { get; init; }

    /// <summary>True: a branch is taken as last fetched, without the network.</summary>
    public bool Offline { get; init; }

    /// <summary>The content's commit, for the stamps.</summary>
    public string? Commit { get; init; }

    /// <summary>How long a create may take: part of when an intent of another run stops being in flight.</summary>
    public Duration RequestTimeout { get; init; } = Duration.FromSeconds(100);

    /// <summary>How a folder's files come to be on disk. Tests put one in its place that fails.</summary>
    internal DiskSync Disk { get; init; } = new();

    /// <summary>Words for people: waiting for a lock, an unfinished line cut off.</summary>
    public Action<string> Say { get; init; } = static _ => { };

    /// <summary>Between 0 and 1: what the pause after a lost race is spread out by.</summary>
    public Func<double> Random { get; init; } = Jitter.Next;

    /// <summary>Gives each opening of the ledger its run id. One that a test chooses makes the ledger's bytes repeatable.</summary>
    public Func<string> NewRunId { get; init; } = RunId.New;

    /// <summary>Pauses between tries to write, before giving up.</summary>
    public ImmutableArray<TimeSpan> RetryDelays { get; init; } =
    [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)];
}
