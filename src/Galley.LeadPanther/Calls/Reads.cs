using System.Text.Json;
using Galley.LeadPanther.Answers;
using Galley.LeadPanther.Http;

namespace Galley.LeadPanther.Calls;

/// <summary>Reads, and whatever else may be asked again.</summary>
internal sealed class Reads(HttpDoor door, Retries retries, ClientOptions options)
{
    public Task<T> Get<T>(Operation operation, Uri address, Func<JsonElement, string?, T?> read, CancellationToken cancel)
        where T : class =>
        retries.Run(token => Ask(operation, () => new HttpRequestMessage(HttpMethod.Get, address), read, token), cancel);

    /// <summary>One try. <paramref name="read"/> gets the answer and its request_id, and gives null for an answer that it can't use.</summary>
    public async Task<Attempt<T>> Ask<T>(
        Operation operation, Func<HttpRequestMessage> request, Func<JsonElement, string?, T?> read, CancellationToken cancel)
        where T : class
    {
        using var deadline = new Deadline(options.ReadTimeout, options.TimeProvider, cancel);
        try
        {
            using var message = request();
            using var response = await door.Send(message, deadline.Token);
            return response.IsSuccessStatusCode
                ? Success(operation, (int)response.StatusCode, await Body.Whole(response, deadline.Token), read)
                : Failures.Status(operation, response, await Words(response, deadline.Token), options.TimeProvider);
        }
        catch (Exception e) when (Trouble.IsOnTheWay(e))
        {
            cancel.ThrowIfCancellationRequested();
            return Failures.NoAnswer(operation, e);
        }
    }

    private Attempt<T> Success<T>(Operation operation, int status, byte[] body, Func<JsonElement, string?, T?> read)
        where T : class
    {
        using var document = Json.TryParse(body);
        if (document is null)
            return Failures.Unreadable(operation, status, null);
        var requestId = ApiWords.RequestIdOf(document.RootElement, options.ApiKey);
        return read(document.RootElement, requestId) is { } value
            ? new Attempt<T>(value, null)
            : Failures.Unreadable(operation, status, requestId);
    }

    private async Task<ApiWords> Words(HttpResponseMessage response, CancellationToken cancel) =>
        ApiWords.Read(await Body.OfError(response, cancel), options.ApiKey);
}
