namespace Galley.Cli.Output.Json;

/// <summary><c>schedule</c> and <c>reschedule</c>.</summary>
/// <param name="Written">False where nobody said yes, and with <c>--dry-run</c>.</param>
internal sealed record ChangedTimes(bool Written, IReadOnlyList<ChangedTimes.Post> Posts)
{
    /// <param name="Path">From the content root, with <c>/</c>.</param>
    /// <param name="From">UTC; null for <c>next-slot</c>.</param>
    /// <param name="To">UTC.</param>
    internal sealed record Post(string Client, string Key, string Path, string? From, string To);
}
