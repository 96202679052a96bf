using Galley.Api;
using Galley.Diagnostics;
using Galley.LeadPanther.Responses;

namespace Galley.LeadPanther.Calls;

/// <summary>Sends a change or removal once and says what came of it: the second table of design §6.</summary>
internal sealed class ChangeCalls(SingleSend sender)
{
    public async Task<ChangeAnswer> Send(
        Kind kind,
        string id,
        SingleRequest request,
        CancellationToken cancellationToken
    ) =>
        await sender.Send(request, cancellationToken) switch
        {
            SingleAnswer.None { WasSent: false } none => new ChangeAnswer.Unclear(
                $"nothing was sent: {none.Why}",
                null
            ),
            SingleAnswer.None none => new ChangeAnswer.Unclear($"the request was sent, but {none.Why}", null),
            SingleAnswer.Success success => new ChangeAnswer.Accepted(
                success.Root is { } root ? LiveResponses.Single(root, kind, id) : null,
                success.RequestId
            ),
            SingleAnswer.Failure failure => Failure(failure),
            var other => throw new ArgumentOutOfRangeException(nameof(request), other, null),
        };

    private static ChangeAnswer Failure(SingleAnswer.Failure failure)
    {
        var message = failure.Error.Message ?? ErrorMessages.NoReason;
        var requestId = failure.Error.RequestId;
        return ErrorCodes.Of(failure.Status, failure.Error.Code) switch
        {
            _ when failure.Status == 429 => new ChangeAnswer.Throttled(failure.RetryAfter, requestId),
            ErrorCodes.Conflict => new ChangeAnswer.TooLate(message, requestId),
            ErrorCodes.NotFound or ErrorCodes.MethodNotAllowed or ErrorCodes.NotImplemented =>
                new ChangeAnswer.NotOffered(failure.Status, message, requestId),
            _ when failure.Status is >= 400 and < 500 and not 408 => new ChangeAnswer.Rejected(
                failure.Status,
                message,
                requestId
            ),
            _ => new ChangeAnswer.Unclear(ErrorMessages.Answered(failure.Status, failure.Error.Message), requestId),
        };
    }
}
