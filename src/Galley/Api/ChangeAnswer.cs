namespace Galley.Api;

/// <summary>What came of one change or removal (design §6, the second table of answers). The set is closed.</summary>
public abstract record ChangeAnswer
{
    /// <summary>A 2xx.</summary>
    /// <param name="Object">The object after it, where the answer shows one with that id.</param>
    public sealed record Accepted(LiveObject? Object, string? RequestId) : ChangeAnswer;

    /// <summary>409: the object's state does not allow it any more.</summary>
    public sealed record TooLate(string Message, string? RequestId) : ChangeAnswer;

    /// <summary>404 (right after a good read), 405 or 501: this API does not offer the operation.</summary>
    public sealed record NotOffered(int Status, string Message, string? RequestId) : ChangeAnswer;

    /// <summary>Any other 4xx but 408 and 429.</summary>
    public sealed record Rejected(int Status, string Message, string? RequestId) : ChangeAnswer;

    /// <summary>429: refused unread.</summary>
    public sealed record Throttled(TimeSpan? RetryAfter, string? RequestId) : ChangeAnswer;

    /// <summary>Anything else, nothing sent included: read the object again, decide again.</summary>
    public sealed record Unclear(string Why, string? RequestId) : ChangeAnswer;
}
