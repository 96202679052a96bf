using System.Text.Json.Serialization;

namespace Galley.Sandbox.State;

/// <summary>An upload URL that was given out, and the bytes that came to it.</summary>
/// <param name="Path">In the bucket, and below the storage host's address.</param>
public sealed record SandboxMedium(
    string Id,
    string UserId,
    DateTimeOffset CreatedAt,
    string FileName,
    string ContentType,
    long Size,
    string Path
) : IStored
{
    DateTimeOffset? IStored.DeletedAt => null;

    /// <summary>The unguessable part of the upload URL.</summary>
    [JsonInclude]
    internal string Ticket { get; init; } = "";

    /// <summary>Null until they were put.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>When the upload URL stops working.</summary>
    public DateTimeOffset Expires { get; init; }
}
