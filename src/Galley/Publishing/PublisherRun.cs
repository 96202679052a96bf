namespace Galley.Publishing;

/// <summary>What all workers of one apply share.</summary>
internal sealed record PublisherRun(PublisherTools Tools, PublisherOptions Options, Brake Brake, Journal Journal, Paces Paces, Recorder Recorder) : IDisposable
{
    public static PublisherRun Start(PublisherTools tools, PublisherOptions options, Brake brake)
    {
        var journal = new Journal(tools.Progress);
        var recorder = new Recorder(tools.Ledger, options, tools.Clock, brake, journal);
        return new PublisherRun(tools, options, brake, journal, new Paces(options.Concurrency, tools.Clock), recorder);
    }

    public void Dispose() => Paces.Dispose();
}
