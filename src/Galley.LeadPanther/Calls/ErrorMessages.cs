using Galley.Api;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Keys;
using Galley.LeadPanther.Responses;
using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther.Calls;

/// <summary>The sentence, and the chance of another try, for every way in which a read or upload fails.</summary>
internal static class ErrorMessages
{
    public const string NoReason = "LeadPanther gave no reason";

    private const string Again = "try again, and ask LeadPanther's support if it happens again";

    public static string Answered(int status, string? words) =>
        words is null
            ? $"LeadPanther answered {status} without a reason"
            : $"LeadPanther answered {status}, \"{words}\"";

    public static Failure Status(
        ApiOperation operation,
        HttpResponseMessage response,
        ErrorBody words,
        TimeProvider time
    )
    {
        var status = (int)response.StatusCode;
        var message =
            $"{operation.Title} failed: {Answered(status, words.Message)}{Support(words.RequestId)}; "
            + $"{Advice(status, operation)}.";
        return new Failure(
            new ApiException(message, status, words.RequestId) { Code = words.Code },
            MayPass(status) && words.Code != ErrorCodes.NotImplemented,
            RetryAfter.Read(response, time)
        );
    }

    public static Failure Unreadable(ApiOperation operation, int status, string? requestId) =>
        new(
            new ApiException(
                $"{operation.Title} failed: LeadPanther answered {status}, but not in its documented form"
                    + $"{Support(requestId)}; check {ApiUrl.Variable}, then try again.",
                status,
                requestId
            ),
            MayPass: true
        );

    public static Failure NoAnswer(ApiOperation operation, Exception exception)
    {
        var why = TransportErrors.Describe(exception, cancelled: false);
        var isTooLarge = TransportErrors.IsTooLarge(exception);
        var advice = isTooLarge
            ? "ask LeadPanther's support"
            : $"check the network and {ApiUrl.Variable}, then try again";
        return new Failure(
            new ApiException($"{operation.Title} failed: {why}; {advice}.", null, null),
            MayPass: !isTooLarge
        );
    }

    /// <summary>What the storage server says is not quoted: it may hold the upload URL or its token.</summary>
    public static Failure Storage(ApiOperation operation, int status, string? requestId) =>
        new(
            new ApiException(
                $"{operation.Title} to LeadPanther's storage failed: it answered {status}{Support(requestId)}; {Again}.",
                status,
                requestId
            ),
            MayPass(status)
        );

    public static Failure NoStorage(ApiOperation operation, Exception exception, string? requestId) =>
        new(
            new ApiException(
                $"{operation.Title} to LeadPanther's storage failed: "
                    + $"{TransportErrors.Describe(exception, cancelled: false)}{Support(requestId)}; "
                    + "check the network, then try again.",
                null,
                requestId
            ),
            MayPass: true
        );

    public static ApiException PagesWithoutEnd(ApiOperation operation, string what, string? requestId) =>
        new($"{operation.Title} stopped: {what}{Support(requestId)}; {Again}.", null, requestId);

    // 429 passes in time, 408 says that the server gave up waiting for us, and 501 stays as it is.
    private static bool MayPass(int status) => status is 408 or 429 or < 400 or >= 500 and not 501;

    private static string Support(string? requestId) => requestId is null ? "" : $" (request_id {requestId})";

    private static string Advice(int status, ApiOperation operation) =>
        status switch
        {
            401 => $"check that {ApiKeys.Variable} holds a valid key",
            403 when operation.Scope is { } scope =>
                $"check that the API key has the scope {scope} and that the agency's grant for the client is active",
            403 => "check that the API key may be used",
            404 => $"check {ApiUrl.Variable} and the ids in client.yaml",
            429 => "wait a while, then try again",
            >= 400 and < 500 and not 408 => "fix what the message names, then try again",
            _ => Again,
        };
}
