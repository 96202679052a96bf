using System.Globalization;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Storage;

/// <summary>Where media go. It has a port of its own, because it is another party: no API key may be sent to it.</summary>
internal sealed class StorageHost(SandboxContext sandbox)
{
    public async Task Handle(HttpContext http)
    {
        var request = http.Request;
        var requestContext = new RequestContext(http, sandbox, "storage", OperationOf(request));
        if (await requestContext.FaultInjector.BeforeRead())
        {
            return;
        }

        if (KeyLeak(request) is { } leak)
        {
            await Refuse(requestContext, 403, leak);
            return;
        }

        await (
            request.Path.Value!.Split('/') switch
            {
                ["", "upload", var id, var ticket] when HttpMethods.IsPut(request.Method) => Put(
                    requestContext,
                    id,
                    ticket
                ),
                ["", "api-uploads", _, var id, _]
                    when HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) => Get(
                    requestContext,
                    id
                ),
                _ => Refuse(
                    requestContext,
                    404,
                    $"{request.Method} {request.Path} is neither an upload URL nor a public URL."
                ),
            }
        );
    }

    private static string? OperationOf(HttpRequest request) =>
        HttpMethods.IsPut(request.Method) ? "upload"
        : HttpMethods.IsGet(request.Method) ? "media"
        : null;

    private string? KeyLeak(HttpRequest request)
    {
        if (request.Headers.ContainsKey("Authorization"))
        {
            return "An Authorization header was sent to the storage host.";
        }

        var keys = sandbox.Accounts.EffectiveKeys;
        var said = request.Headers.SelectMany(header => header.Value.ToArray()).Append(request.QueryString.Value);
        return said.Any(text => keys.Any(key => text?.Contains(key.Secret, StringComparison.Ordinal) == true))
            ? "An API key was sent to the storage host."
            : null;
    }

    private async Task Put(RequestContext requestContext, string id, string ticket)
    {
        var body = await requestContext.ReadBody(asText: false);
        if (await requestContext.FaultInjector.BeforeStore())
        {
            return;
        }

        var medium = sandbox.State.Medium(id);
        if (medium is null || medium.Ticket != ticket || medium.Expires <= sandbox.Now)
        {
            await requestContext.Finish(
                HttpReply.Text(403, "This upload URL is unknown or too old. Ask for a new one.")
            );
            return;
        }

        if (Mismatch(requestContext.Http.Request, medium, body.Length) is { } mismatch)
        {
            await Refuse(requestContext, 400, mismatch);
            return;
        }

        sandbox.State.PutBytes(id, body);
        await requestContext.Finish(HttpReply.Text(200, ""));
    }

    private static string? Mismatch(HttpRequest request, SandboxMedium medium, int length)
    {
        if (request.ContentType != medium.ContentType)
        {
            return $"The upload's Content-Type is \"{request.ContentType}\", the upload URL was made for {medium.ContentType}.";
        }

        if (request.ContentLength is null)
        {
            return "The upload came without a Content-Length.";
        }

        return length == medium.Size
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The upload has {length} bytes, the upload URL was made for {medium.Size}."
            );
    }

    private async Task Get(RequestContext requestContext, string id)
    {
        if (await requestContext.FaultInjector.BeforeStore())
        {
            return;
        }

        var medium = sandbox.State.Medium(id);
        var path = requestContext.Http.Request.Path.Value![1..];
        await requestContext.Finish(
            medium is { Bytes: { } bytes } && medium.Path == path
                ? new HttpReply(200, medium.ContentType, bytes.ToArray())
                {
                    Headers =
                    [
                        ("X-Content-Type-Options", "nosniff"),
                        ("Content-Security-Policy", "default-src 'none'; sandbox"),
                    ],
                }
                : HttpReply.Text(404, "No such file.")
        );
    }

    private static async Task Refuse(RequestContext requestContext, int status, string violation)
    {
        requestContext.Violate(violation);
        await requestContext.Finish(HttpReply.Text(status, violation));
    }
}
