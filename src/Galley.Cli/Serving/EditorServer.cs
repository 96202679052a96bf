using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Authoring.Editor;
using Microsoft.AspNetCore.Http;

namespace Galley.Cli.Serving;

/// <summary>The editor on this machine: its page, and the files that it reads and writes.</summary>
internal sealed class EditorServer(string contentRoot, IReadOnlyDictionary<string, byte[]> site)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".yml"] = "text/yaml; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".wasm"] = "application/wasm",
    };

    private readonly LocalContent _content = new(contentRoot);
    private readonly Lock _gate = new();

    public Task<LoopbackServer> Start(int port, CancellationToken cancellationToken) =>
        LoopbackServer.Start(port, Answer, cancellationToken);

    private Task Answer(HttpContext http) =>
        http.Request.Path == LocalBackend.Path ? AnswerAction(http) : Send(http.Response, http.Request.Path.Value!);

    private async Task Send(HttpResponse response, string path)
    {
        var name = path.EndsWith('/') ? $"{path}index.html" : path;
        if (!site.TryGetValue(name.TrimStart('/'), out var bytes))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes);
    }

    private async Task AnswerAction(HttpContext http)
    {
        if (!IsFromItsOwnPage(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        try
        {
            using var request = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            await Reply(http.Response, StatusCodes.Status200OK, Carry(request.RootElement));
        }
        catch (RefusedRequestException refused)
        {
            await Reply(
                http.Response,
                StatusCodes.Status422UnprocessableEntity,
                new JsonObject { ["error"] = refused.Message }
            );
        }
        catch (Exception unreadable)
            when (unreadable
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            await Reply(
                http.Response,
                StatusCodes.Status400BadRequest,
                new JsonObject { ["error"] = $"The request could not be carried out: {unreadable.Message}" }
            );
        }
    }

    /// <summary>One after the other: two saves of one file would otherwise meet.</summary>
    private JsonNode Carry(JsonElement request)
    {
        lock (_gate)
        {
            return _content.Answer(request.GetProperty("action").GetString()!, request.GetProperty("params"));
        }
    }

    /// <summary>A page of another site can send a simple request here; it can't set this type without being asked for leave.</summary>
    private static bool IsFromItsOwnPage(HttpRequest request) =>
        request.Method == HttpMethods.Post
        && request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
        && (request.Headers.Origin.Count == 0 || request.Headers.Origin == $"http://{request.Host}");

    private static Task Reply(HttpResponse response, int status, JsonNode answer)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        return response.WriteAsync(answer.ToJsonString());
    }
}
