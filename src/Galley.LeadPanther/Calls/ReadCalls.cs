using System.Text.Json;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Responses;
using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther.Calls;

/// <summary>Reads, and whatever else may be asked again.</summary>
internal sealed class ReadCalls(ApiTransport transport, RetryPolicy retries, ClientOptions options)
{
    public Task<T> Get<T>(
        Operation operation,
        Uri address,
        Func<JsonElement, string?, T?> read,
        CancellationToken cancellationToken
    )
        where T : class =>
        retries.Run(
            token => Ask(operation, () => new HttpRequestMessage(HttpMethod.Get, address), read, token),
            cancellationToken
        );

    /// <summary>One try. <paramref name="read"/> gets the answer and its request_id, and gives null for an answer that it can't use.</summary>
    public async Task<Attempt<T>> Ask<T>(
        Operation operation,
        Func<HttpRequestMessage> request,
        Func<JsonElement, string?, T?> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        using var deadline = new Deadline(options.ReadTimeout, options.TimeProvider, cancellationToken);
        try
        {
            using var message = request();
            using var response = await transport.Send(message, deadline.Token);
            return response.IsSuccessStatusCode
                ? Success(operation, (int)response.StatusCode, await Body.Whole(response, deadline.Token), read)
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

    private Attempt<T> Success<T>(Operation operation, int status, byte[] body, Func<JsonElement, string?, T?> read)
        where T : class
    {
        using var document = Json.TryParse(body);
        if (document is null)
        {
            return ErrorMessages.Unreadable(operation, status, null);
        }

        var requestId = ErrorBody.RequestIdOf(document.RootElement, options.ApiKey);
        return read(document.RootElement, requestId) is { } value
            ? new Attempt<T>(value, null)
            : ErrorMessages.Unreadable(operation, status, requestId);
    }

    private async Task<ErrorBody> ReadError(HttpResponseMessage response, CancellationToken cancellationToken) =>
        ErrorBody.Read(await Body.OfError(response, cancellationToken), options.ApiKey);
}
