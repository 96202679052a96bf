using Galley.Publishing;

namespace Galley.Cli.Screen;

/// <summary>What an apply shows while it works and when it ends.</summary>
internal abstract class ApplyView : IProgress<PublishEvent>
{
    public abstract void Report(PublishEvent value);

    /// <summary>The work itself, while this shows it.</summary>
    public abstract Task<T> During<T>(Func<Task<T>> work);

    public abstract void End(ApplyResult result);
}
