namespace Galley.Sandbox.State;

/// <summary>One request that reached the API or the storage host. No key is kept.</summary>
public sealed record SandboxRequest
{
    /// <summary>From 1, in the order of arrival.</summary>
    public int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>api</c> or <c>storage</c>.</summary>
    public required string Host { get; init; }

    public required string Method { get; init; }

    /// <summary>With its query.</summary>
    public required string Path { get; init; }

    /// <summary>The operation, as fault rules name it; null for any other path.</summary>
    public string? Operation { get; init; }

    /// <summary>Whose key it carried: actor type and user id. Null without a known key.</summary>
    public string? Actor { get; init; }

    public string? Body { get; init; }

    /// <summary>The faults that happened here, if any.</summary>
    public string? Fault { get; init; }

    /// <summary>Null while under way, and for a connection that was cut instead of answered.</summary>
    public int? Status { get; init; }

    /// <summary>As the answer names it.</summary>
    public string? RequestId { get; init; }

    /// <summary>The <c>X-Request-Id</c> that the request brought.</summary>
    public string? OwnRequestId { get; init; }
}
