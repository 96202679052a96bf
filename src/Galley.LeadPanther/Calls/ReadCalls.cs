using Galley.Api;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Responses;

namespace Galley.LeadPanther.Calls;

/// <summary>Reads, and whatever else may be asked again.</summary>
internal sealed class ReadCalls(ApiTransport transport, RetryPolicy retries, ClientOptions options)
{
    public Task<T> Get<T>(
        ApiOperation operation,
        Uri address,
        Func<ApiAnswer, T?> read,
        CancellationToken cancellationToken
    )
        where T : class =>
        retries.Run(
            token => Ask(operation, () => new HttpRequestMessage(HttpMethod.Get, address), read, token),
            cancellationToken
        );

    /// <summary>One try. <paramref name="read"/> gives null for an answer that it can't use.</summary>
    public async Task<Attempt<T>> Ask<T>(
        ApiOperation operation,
        Func<HttpRequestMessage> request,
        Func<ApiAnswer, T?> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        using var deadline = new Deadline(options.ReadTimeout, options.TimeProvider, cancellationToken);
        try
        {
            using var message = request();
            using var response =
                operation == ApiOperations.Metadata
                    ? await transport.SendWithoutKey(message, deadline.Token)
                    : await transport.Send(message, deadline.Token);
            return response.IsSuccessStatusCode
                ? Success(operation, response, await Body.Whole(response, deadline.Token), read)
                : ErrorMessages.Status(
                    operation,
                    response,
                    await ReadError(response, deadline.Token),
                    options.TimeProvider
                );
        }
        catch (Exception e) when (TransportErrors.IsOnTheWay(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ErrorMessages.NoAnswer(operation, e);
        }
    }

    private Attempt<T> Success<T>(
        ApiOperation operation,
        HttpResponseMessage response,
        byte[] body,
        Func<ApiAnswer, T?> read
    )
        where T : class
    {
        var root = Json.TryParse(body);
        var requestId = ErrorBody.RequestIdOf(root ?? default, AnswerHeaders.RequestId(response), options.ApiKey);
        return root is { } json && read(new ApiAnswer(json, requestId, response.Headers.Date)) is { } value
            ? new Attempt<T>(value, null)
            : ErrorMessages.Unreadable(operation, (int)response.StatusCode, requestId);
    }

    private async Task<ErrorBody> ReadError(HttpResponseMessage response, CancellationToken cancellationToken) =>
        ErrorBody.Read(
            await Body.OfError(response, cancellationToken),
            AnswerHeaders.RequestId(response),
            options.ApiKey
        );
}
