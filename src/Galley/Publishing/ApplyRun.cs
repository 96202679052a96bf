namespace Galley.Publishing;

/// <summary>What all workers of one apply share.</summary>
internal sealed record ApplyRun(ApplyDependencies Tools, ApplyOptions Options, StopSignal Brake, ResultCollector Journal, RateLimiters Paces, LedgerRecorder Recorder) : IDisposable
{
    public static ApplyRun Start(ApplyDependencies tools, ApplyOptions options, StopSignal brake)
    {
        var journal = new ResultCollector(tools.Progress);
        var recorder = new LedgerRecorder(tools.Ledger, options, tools.Clock, brake, journal);
        return new ApplyRun(tools, options, brake, journal, new RateLimiters(options.Concurrency, tools.Clock), recorder);
    }

    public void Dispose() => Paces.Dispose();
}
