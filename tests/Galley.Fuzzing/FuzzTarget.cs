namespace Galley.Fuzzing;

/// <summary>Something that reads what comes from outside. It must end without an exception, within a second, in 400 MB.</summary>
/// <param name="Name">Of its folder in the corpus.</param>
/// <param name="Run">Reads one input. What it may throw, because its callers expect it, is caught inside.</param>
public sealed record FuzzTarget(string Name, Action<byte[]> Run)
{
    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);
    public const long MostMemory = 400L * 1024 * 1024;

    /// <summary>
    /// The longest input that is made, in bytes. What is longer is refused by its size before it is read, or read the
    /// same way.
    /// </summary>
    public int Longest { get; init; } = 8 * 1024;

    /// <summary>Words of the format: they are put into inputs.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Where the search begins, beside the corpus.</summary>
    public IReadOnlyList<byte[]> Seeds { get; init; } = [];
}
