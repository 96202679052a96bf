using System.Net.Http.Headers;
using Galley.LeadPanther.Keys;

namespace Galley.LeadPanther.Http;

/// <summary>
/// The one place that opens connections to LeadPanther and its storage. None follows a redirect, keeps cookies or adds headers.
/// </summary>
internal sealed class ApiTransport(ApiKey key, string version) : IDisposable
{
    private readonly HttpClient _reads = Client(Handler());
    private readonly HttpClient _storage = Client(Handler());

    /// <summary>A read, or a request for an upload URL: over a pooled connection, and safe to send again.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _reads.SendAsync(ToApi(request), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>What anyone may ask: sent without the key.</summary>
    public Task<HttpResponseMessage> SendWithoutKey(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _reads.SendAsync(ForJson(request), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>A file to its upload URL. The storage host never sees the key.</summary>
    public Task<HttpResponseMessage> Store(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _storage.SendAsync(Signed(request), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>A create, change or removal: a handler, and so a connection, that serves it alone and dies with it.</summary>
    public async Task<T> SendOnce<T>(
        HttpRequestMessage request,
        SendLatch latch,
        Func<HttpResponseMessage, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        using var client = Client(SingleUseHandler(latch));
        ToApi(request).Headers.ConnectionClose = true;
        using var response = await client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        return await read(response);
    }

    /// <summary>An idle connection that the server just closed can't be met here, nor a retry by the handler.</summary>
    public static SocketsHttpHandler SingleUseHandler(SendLatch latch)
    {
        var handler = Handler();
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        handler.PlaintextStreamFilter = (context, _) =>
            ValueTask.FromResult(
                // A proxy gets the name of the API's host, nothing of the request.
                context.InitialRequestMessage.Method == HttpMethod.Connect
                    ? context.PlaintextStream
                    : latch.Guard(context.PlaintextStream)
            );
        return handler;
    }

    public void Dispose()
    {
        _reads.Dispose();
        _storage.Dispose();
    }

    private static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = new EncryptedOnlyProxy(HttpClient.DefaultProxy),
            ActivityHeadersPropagator = null,
        };

    // Deadlines are the callers', on the run's clock.
    private static HttpClient Client(SocketsHttpHandler handler) =>
#pragma warning disable RS0030 // The one place that makes a client.
        new(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore RS0030

    private HttpRequestMessage ToApi(HttpRequestMessage request)
    {
        request.Headers.Authorization = key.Bearer();
        return ForJson(request);
    }

    private HttpRequestMessage ForJson(HttpRequestMessage request)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return Signed(request);
    }

    private HttpRequestMessage Signed(HttpRequestMessage request)
    {
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("galley", version));
        return request;
    }
}
