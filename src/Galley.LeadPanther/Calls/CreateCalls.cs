using System.Net;
using System.Text.Json;
using Galley.Api;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Responses;

namespace Galley.LeadPanther.Calls;

/// <summary>Sends a create once and says what came of it: the table of design §6.</summary>
internal sealed class CreateCalls(ApiTransport transport, ClientOptions options)
{
    public async Task<CreateAnswer> Send(
        Uri address,
        string wire,
        Func<JsonElement, string?> id,
        CancellationToken cancellationToken
    )
    {
        var latch = new SendLatch();
        using var deadline = new Deadline(options.CreateTimeout, options.TimeProvider, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new SingleUseContent(wire),
            };
            return await transport.Create(
                request,
                latch,
                response => Answer(response, id, deadline.Token),
                deadline.Token
            );
        }
        catch (Exception e) when (TransportErrors.IsOnTheWay(e) || latch.HasPassed)
        {
            var why = TransportErrors.Describe(e, cancellationToken.IsCancellationRequested);
            return latch.TrySeal()
                ? new CreateAnswer.NothingSent(why)
                : new CreateAnswer.Unclear($"the request was sent, but {why}", null);
        }
    }

    private async Task<CreateAnswer> Answer(
        HttpResponseMessage response,
        Func<JsonElement, string?> id,
        CancellationToken cancellationToken
    )
    {
        if (response.IsSuccessStatusCode)
        {
            return Success((int)response.StatusCode, await Body.Whole(response, cancellationToken), id);
        }

        return Failure(response, ErrorBody.Read(await Body.OfError(response, cancellationToken), options.ApiKey));
    }

    private CreateAnswer Success(int status, byte[] body, Func<JsonElement, string?> id)
    {
        using var document = Json.TryParse(body);
        var requestId = document is null ? null : ErrorBody.RequestIdOf(document.RootElement, options.ApiKey);
        return document is not null && id(document.RootElement) is { } created
            ? new CreateAnswer.Created(created, requestId)
            : new CreateAnswer.Unclear(
                $"LeadPanther answered {status}, but its answer holds no id that can be read",
                requestId
            );
    }

    private CreateAnswer Failure(HttpResponseMessage response, ErrorBody words) =>
        response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new CreateAnswer.Throttled(
                RetryAfter.Read(response, options.TimeProvider),
                words.RequestId
            ),
            HttpStatusCode.RequestTimeout => Unclear(response, words),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new CreateAnswer.Rejected(
                (int)response.StatusCode,
                words.Message ?? "LeadPanther gave no reason",
                words.RequestId
            ),
            _ => Unclear(response, words),
        };

    private static CreateAnswer.Unclear Unclear(HttpResponseMessage response, ErrorBody words) =>
        new(ErrorMessages.Answered((int)response.StatusCode, words.Message), words.RequestId);
}
