using Galley.Applying.Limits;

namespace Galley.Applying;

/// <summary>What all workers of one apply share.</summary>
internal sealed record ApplyRun(
    ApplyDependencies Dependencies,
    ApplyOptions Options,
    StopSignal StopSignal,
    ResultCollector Results,
    RateLimiters Limiters,
    LedgerRecorder Recorder
) : IDisposable
{
    public RequestIds RequestIds { get; } = new();

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

    public void Dispose() => Limiters.Dispose();
}
