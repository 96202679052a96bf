namespace Galley.Api;

/// <summary>A read or upload that failed in the end. The message names the call, the status, the API's words and request_id.</summary>
/// <param name="status">The HTTP status, or null when no answer came.</param>
public sealed class ApiException(string message, int? status, string? requestId)
    : GalleyException(message, ExitCode.Error)
{
    public int? Status { get; } = status;
    public string? RequestId { get; } = requestId;

    /// <summary>The error's own code, such as <c>forbidden</c>; null where the answer has none.</summary>
    public string? Code { get; init; }
}
