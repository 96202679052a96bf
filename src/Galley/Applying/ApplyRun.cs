using System.Collections.Immutable;
using Galley.Applying.Looking;
using Galley.Applying.Results;
using Galley.Applying.Stopping;
using Galley.Applying.Throttling;
using Galley.Content;
using Galley.Ledger.Events;
using Galley.Planning;
using NodaTime;
using NodaTime.Extensions;

namespace Galley.Applying;

/// <summary>What all workers of one apply share.</summary>
internal sealed record ApplyRun(
    ApplyDependencies Dependencies,
    ApplyOptions Options,
    StopSignal StopSignal,
    ResultCollector Results,
    RateLimiters Limiters,
    LedgerRecorder Recorder
)
{
    public RequestIds RequestIds { get; } = new();
    public Sightings Sightings { get; } = new();
    public Instant Now => Dependencies.Clock.GetUtcNow().ToInstant();

    public static ApplyRun Start(ApplyDependencies dependencies, ApplyOptions options, StopSignal stopSignal)
    {
        var results = new ResultCollector(dependencies.Progress);
        var recorder = new LedgerRecorder(dependencies.Ledger, options, dependencies.Clock, stopSignal, results);
        return new ApplyRun(
            dependencies,
            options,
            stopSignal,
            results,
            new RateLimiters(options.Concurrency, dependencies.Clock),
            recorder
        );
    }

    /// <summary>Whether a post's time is past, or nearer than limits.min_lead_time.</summary>
    public bool IsTooNear(Instant? due) => due is { } time && Now + Options.MinLeadTime > time;

    public ItemOutcome NotStarted(ApplyItem item) => new(ApplyOutcome.NotStarted, StopSignal.NotStarted(item));

    /// <summary>A refused key (401) stops the run, a refused account (403) only the client's part of it.</summary>
    public void StopFor(int? status, ClientHold hold, string why)
    {
        if (status == 401)
        {
            StopSignal.Pull(why);
        }

        if (status == 403)
        {
            hold.Shut(why);
        }
    }

    /// <summary>
    /// A fault around a write stops the run at once: what hit this one may hit the next after it was sent. The ledger is all
    /// clients'.
    /// </summary>
    public async Task<T> StopOnFault<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (Exception fault)
        {
            StopSignal.PullFor(fault);
            throw;
        }
    }

    /// <summary>
    /// Writes down what holds as of what was read: false when another run was first, null when the ledger refuses, so that the
    /// run is to stop.
    /// </summary>
    public async Task<bool?> TryRecord(Account account, ImmutableArray<LedgerEvent> facts, string? lastSeen)
    {
        try
        {
            return await Dependencies.Ledger.TryRecord(account, facts, lastSeen, CancellationToken.None);
        }
        catch (GalleyException failure)
        {
            StopSignal.Pull(failure.Message);
            return null;
        }
    }

    /// <summary>What can't be written down is not changed or removed: the run stops.</summary>
    public async Task MarkChanges(IEnumerable<PlannedClient> clients)
    {
        try
        {
            await Sightings.MarkChanges(Dependencies.Ledger, clients, Now, StopSignal.Token);
        }
        catch (OperationCanceledException) when (StopSignal.Token.IsCancellationRequested) { }
        catch (GalleyException failure)
        {
            StopSignal.Pull(failure.Message);
        }
    }

    /// <summary>A nicety for later plans: that it can't be kept fails nothing, and a run that stops does without.</summary>
    public async Task KeepWhatWasSeen()
    {
        try
        {
            await Sightings.Keep(Dependencies.Ledger, StopSignal.Token);
        }
        catch (OperationCanceledException) when (StopSignal.Token.IsCancellationRequested) { }
        catch (GalleyException failure)
        {
            Results.AddWarnings([
                $"What LeadPanther showed could not be kept, so a plan without an API key does not know it. {failure.Message}",
            ]);
        }
    }
}
