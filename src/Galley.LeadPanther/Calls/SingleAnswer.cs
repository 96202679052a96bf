using System.Text.Json;
using Galley.LeadPanther.Responses;

namespace Galley.LeadPanther.Calls;

/// <summary>What came of a request that was sent at most once.</summary>
internal abstract record SingleAnswer
{
    /// <summary>No answer came.</summary>
    /// <param name="WasSent">False: not one byte of the request left, nor will.</param>
    public sealed record None(string Why, bool WasSent) : SingleAnswer;

    /// <summary>A 2xx.</summary>
    /// <param name="Root">Null where its body is not JSON.</param>
    public sealed record Success(int Status, JsonElement? Root, string? RequestId) : SingleAnswer;

    public sealed record Failure(int Status, ErrorBody Error, TimeSpan? RetryAfter) : SingleAnswer;
}
