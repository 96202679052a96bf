using Galley.Api;
using Galley.Diagnostics;
using Galley.LeadPanther.Responses;

namespace Galley.LeadPanther.Calls;

/// <summary>Sends a create once and says what came of it: the first table of design §6.</summary>
internal sealed class CreateCalls(SingleSend sender)
{
    public async Task<CreateAnswer> Send(Kind kind, SingleRequest request, CancellationToken cancellationToken) =>
        await sender.Send(request, cancellationToken) switch
        {
            SingleAnswer.None { WasSent: false } none => new CreateAnswer.NothingSent(none.Why),
            SingleAnswer.None none => new CreateAnswer.Unclear($"the request was sent, but {none.Why}", null),
            SingleAnswer.Success success => Success(success, kind),
            SingleAnswer.Failure failure => Failure(failure),
            var other => throw new ArgumentOutOfRangeException(nameof(request), other, null),
        };

    private static CreateAnswer Success(SingleAnswer.Success success, Kind kind) =>
        success.Root is { } root && CreatedId.Read(root, kind) is { } id
            ? new CreateAnswer.Created(id, success.RequestId)
            : new CreateAnswer.Unclear(
                $"LeadPanther answered {success.Status}, but the answer has no readable id",
                success.RequestId
            );

    private static CreateAnswer Failure(SingleAnswer.Failure failure) =>
        failure.Status switch
        {
            429 => new CreateAnswer.Throttled(failure.RetryAfter, failure.Error.RequestId),
            >= 400 and < 500 and not 408 => new CreateAnswer.Rejected(
                failure.Status,
                failure.Error.Message ?? ErrorMessages.NoReason,
                failure.Error.RequestId
            ),
            _ => new CreateAnswer.Unclear(
                ErrorMessages.Answered(failure.Status, failure.Error.Message),
                failure.Error.RequestId
            ),
        };
}
