using Galley.LeadPanther.Http;
using Galley.LeadPanther.Responses;

namespace Galley.LeadPanther.Calls;

/// <summary>
/// Sends a request at most once: over a connection of its own, so that no handler repeats it. A repeated DELETE would answer 404
/// for what the first one did, and a repeated create would be a second object.
/// </summary>
internal sealed class SingleSend(ApiTransport transport, ClientOptions options)
{
    public async Task<SingleAnswer> Send(SingleRequest single, CancellationToken cancellationToken)
    {
        using var request = single.ToMessage();
        // A machine that was suspended here wakes up with its timers where they were, and only the clock tells how long it slept.
        var latest = options.TimeProvider.GetUtcNow() + options.CreateTimeout;
        var latch = new SendLatch(() => options.TimeProvider.GetUtcNow() > latest);
        using var deadline = new Deadline(options.CreateTimeout, options.TimeProvider, cancellationToken);
        try
        {
            return await transport.SendOnce(request, latch, response => Read(response, deadline.Token), deadline.Token);
        }
        catch (Exception e) when (TransportErrors.IsOnTheWay(e) || latch.HasPassed)
        {
            var why = latch.WasLate
                ? "this machine stood still before the request went out"
                : TransportErrors.Describe(e, cancellationToken.IsCancellationRequested);
            return new SingleAnswer.None(why, WasSent: !latch.TrySeal());
        }
    }

    private async Task<SingleAnswer> Read(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            return new SingleAnswer.Failure(
                status,
                ErrorBody.Read(
                    await Body.OfError(response, cancellationToken),
                    AnswerHeaders.RequestId(response),
                    options.ApiKey
                ),
                RetryAfter.Read(response, options.TimeProvider)
            );
        }

        var root = Json.TryParse(await Body.Whole(response, cancellationToken));
        return new SingleAnswer.Success(
            status,
            root,
            ErrorBody.RequestIdOf(root ?? default, AnswerHeaders.RequestId(response), options.ApiKey)
        );
    }
}
