using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Galley.Sandbox.Tests;

/// <summary>Speaks plain HTTP to a sandbox, so that the tests owe nothing to Galley's own client.</summary>
internal sealed class HttpCaller : IDisposable
{
#pragma warning disable RS0030 // The sandbox is tested from outside, without Galley's client.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
#pragma warning restore RS0030

    public required Uri Api { get; init; }
    public string? Key { get; init; }

    public Task<HttpAnswer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<HttpAnswer> Post(string path, JsonNode body) => Post(path, body.ToJsonString(), "application/json");

    public Task<HttpAnswer> Post(string path, string body, string? type) => Send(HttpMethod.Post, path, body, type);

    public async Task<HttpAnswer> Send(HttpMethod method, string path, string? body = null, string? type = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Api.AbsoluteUri + path));
        if (Key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Key}");
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }
        }

        return await Send(request);
    }

    public async Task<HttpAnswer> Put(string url, byte[] bytes, string type, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await Send(request);
    }

    public async Task<HttpAnswer> Send(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return new HttpAnswer(
            response.StatusCode,
            response.Headers,
            response.Content.Headers,
            await response.Content.ReadAsByteArrayAsync()
        );
    }

    public void Dispose() => _http.Dispose();
}

internal sealed record HttpAnswer(
    HttpStatusCode Status,
    HttpResponseHeaders Headers,
    HttpContentHeaders ContentHeaders,
    byte[] Bytes
)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
    public JsonNode Json => JsonNode.Parse(Bytes)!;
    public JsonNode Data => Json["data"]!;
    public string? Code => Json["error"]?["code"]?.GetValue<string>();
    public string? Message => Json["error"]?["message"]?.GetValue<string>();
}
