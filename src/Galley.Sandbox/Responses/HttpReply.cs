using System.Text.Json;

namespace Galley.Sandbox.Responses;

/// <summary>An answer as it is sent.</summary>
internal sealed record HttpReply(int Status, string ContentType, byte[] Body)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static HttpReply From(Answer answer, string requestId)
    {
        var body = answer.Body.DeepClone().AsObject();
        body["request_id"] = requestId;
        return Json(answer.Status, body) with { Headers = HeadersOf(answer, requestId) };
    }

    public static HttpReply Json(int status, object body) =>
        new(status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(body, Wire.Json));

    public static HttpReply Text(int status, string text, string type = "text/plain") =>
        new(status, type + "; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(text));

    public async Task Send(HttpContext http)
    {
        Head(http);
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(Body, http.RequestAborted);
        }
    }

    /// <summary>
    /// Promises all of the body and sends half of it; the server then closes the connection. A reset would take back what
    /// was already sent.
    /// </summary>
    public async Task SendHalf(HttpContext http)
    {
        Head(http);
        await http.Response.Body.WriteAsync(Body.AsMemory(0, Body.Length / 2), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private static IReadOnlyList<(string, string)> HeadersOf(Answer answer, string requestId) =>
        answer.Allow is { } methods ? [("X-Request-Id", requestId), ("Allow", methods)] : [("X-Request-Id", requestId)];

    private void Head(HttpContext http)
    {
        http.Response.StatusCode = Status;
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = Body.Length;
        http.Response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in Headers)
        {
            http.Response.Headers[name] = value;
        }
    }
}
