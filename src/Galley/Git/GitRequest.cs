namespace Galley.Git;

internal sealed record GitRequest(params IReadOnlyList<string> Arguments)
{
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>The repository's own <c>core.sshCommand</c>, where it has one.</summary>
    public string? Ssh { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
