namespace Galley.Api;

/// <summary>What came of one create (design §6, the table of answers). The set is closed.</summary>
public abstract record CreateAnswer
{
    /// <summary>A 2xx with an id.</summary>
    public sealed record Created(string Id, string? RequestId) : CreateAnswer;

    /// <summary>Name, connect or TLS failure, or given up before: not one byte of the request left, nor will.</summary>
    public sealed record NothingSent(string Why) : CreateAnswer;

    /// <summary>429: refused unread.</summary>
    public sealed record Throttled(TimeSpan? RetryAfter, string? RequestId) : CreateAnswer;

    /// <summary>Any other 4xx but 408.</summary>
    public sealed record Rejected(int Status, string Message, string? RequestId) : CreateAnswer;

    /// <summary>Anything else: it may or may not exist.</summary>
    public sealed record Unclear(string Why, string? RequestId) : CreateAnswer;
}
