using Galley.Applying.Results;

namespace Galley.Cli.Output.Progress;

/// <summary>What an apply shows while it works and when it ends.</summary>
internal abstract class ProgressView : IProgress<ApplyEvent>
{
    public abstract void Report(ApplyEvent value);

    /// <summary>The work itself, while this shows it.</summary>
    public abstract Task<T> During<T>(Func<Task<T>> work);

    public abstract void End(ApplyResult result);
}
