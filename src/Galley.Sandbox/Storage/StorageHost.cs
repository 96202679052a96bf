using System.Globalization;
using Galley.Sandbox.Answers;
using Galley.Sandbox.Routes;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Storage;

/// <summary>Where media go: another port than the API's, as it is another party. An API key has no business here.</summary>
internal sealed class StorageHost(SandboxContext world)
{
    public async Task Handle(HttpContext http)
    {
        var request = http.Request;
        var exchange = new RequestContext(http, world, "storage", OperationOf(request));
        if (await exchange.Breakage.BeforeRead()) return;
        if (KeyLeak(request) is { } leak)
        {
            await Refuse(exchange, 403, leak);
            return;
        }

        await (request.Path.Value!.Split('/') switch
        {
            ["", "upload", var id, var ticket] when HttpMethods.IsPut(request.Method) => Put(exchange, id, ticket),
            ["", "api-uploads", _, var id, _] when HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) => Get(exchange, id),
            _ => Refuse(exchange, 404, $"{request.Method} {request.Path} is nothing that an upload URL or a public URL asks for."),
        });
    }

    static string? OperationOf(HttpRequest request) =>
        HttpMethods.IsPut(request.Method) ? "upload" : HttpMethods.IsGet(request.Method) ? "media" : null;

    string? KeyLeak(HttpRequest request)
    {
        if (request.Headers.ContainsKey("Authorization")) return "An Authorization header was sent to the storage host.";
        var keys = world.Options.Accounts.EffectiveKeys;
        var said = request.Headers.SelectMany(header => header.Value.ToArray()).Append(request.QueryString.Value);
        return said.Any(text => keys.Any(key => text?.Contains(key.Secret, StringComparison.Ordinal) == true))
            ? "An API key was sent to the storage host."
            : null;
    }

    async Task Put(RequestContext exchange, string id, string ticket)
    {
        var body = await exchange.ReadBody(asText: false);
        if (await exchange.Breakage.BeforeStore()) return;
        var medium = world.State.Medium(id);
        if (medium is null || medium.Ticket != ticket || medium.Expires <= world.Now)
        {
            await exchange.Finish(Reply.Text(403, "This upload URL is unknown or too old: ask for a new one."));
            return;
        }

        if (Mismatch(exchange.Http.Request, medium, body.Length) is { } mismatch)
        {
            await Refuse(exchange, 400, mismatch);
            return;
        }

        world.State.PutBytes(id, body);
        await exchange.Finish(Reply.Text(200, ""));
    }

    static string? Mismatch(HttpRequest request, SandboxMedium medium, int length)
    {
        if (request.ContentType != medium.ContentType)
            return $"The upload's Content-Type is \"{request.ContentType}\", the upload URL was made for {medium.ContentType}.";
        if (request.ContentLength is null) return "The upload came without a Content-Length.";
        return length == medium.Size
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The upload has {length} bytes, the upload URL was made for {medium.Size}.");
    }

    async Task Get(RequestContext exchange, string id)
    {
        if (await exchange.Breakage.BeforeStore()) return;
        var medium = world.State.Medium(id);
        var path = exchange.Http.Request.Path.Value![1..];
        await exchange.Finish(medium is { Bytes: { } bytes } && medium.Path == path
            ? new Reply(200, medium.ContentType, bytes.ToArray())
            {
                Headers = [("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", "default-src 'none'; sandbox")],
            }
            : Reply.Text(404, "No such file."));
    }

    static async Task Refuse(RequestContext exchange, int status, string violation)
    {
        exchange.Violate(violation);
        await exchange.Finish(Reply.Text(status, violation));
    }
}
