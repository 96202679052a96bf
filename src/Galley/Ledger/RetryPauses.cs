namespace Galley.Ledger;

/// <summary>How long a write waits before it is tried again, by the run's own clock.</summary>
internal sealed class RetryPauses(LedgerOptions options)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    /// <summary>How often a write that fails is tried again.</summary>
    public int Most => options.RetryDelays.Length;

    /// <summary>Another run was first. Spread out, so that the two do not meet again.</summary>
    public Task AfterLostRace(CancellationToken cancellationToken) =>
        Task.Delay(Shortest + (Longest - Shortest) * options.Random(), options.Clock, cancellationToken);

    /// <param name="failures">How many there were before this one.</param>
    public Task AfterFailure(int failures, CancellationToken cancellationToken) =>
        Task.Delay(options.RetryDelays[failures], options.Clock, cancellationToken);
}
