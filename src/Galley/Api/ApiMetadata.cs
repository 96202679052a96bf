namespace Galley.Api;

/// <summary>What the API says of itself to anyone who asks, without a key.</summary>
public sealed record ApiMetadata(string? Name, string? Version)
{
    /// <inheritdoc cref="Identity.ServerTime"/>
    public DateTimeOffset? ServerTime { get; init; }
}
