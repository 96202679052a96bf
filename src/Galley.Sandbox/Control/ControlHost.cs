using Galley.Sandbox.Faults;
using Galley.Sandbox.Pages;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Control;

/// <summary>What is not part of the API: the page for people, and the control routes for tests in another process.</summary>
internal sealed class ControlHost(SandboxContext sandbox)
{
    private readonly ManualRoutes _manual = new(new ManualChanges(sandbox));

    public static bool Serves(PathString path) =>
        path == "/" || path == "/favicon.ico" || path.StartsWithSegments("/sandbox", StringComparison.Ordinal);

    public async Task Handle(HttpContext http)
    {
        try
        {
            await (await Reply(http.Request)).Send(http);
        }
        catch (GalleyException wrong)
        {
            await HttpReply.Text(400, wrong.Message).Send(http);
        }
    }

    private async Task<HttpReply> Reply(HttpRequest request)
    {
        // A name that merely resolves to this machine would let any web page read the content.
        if (request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            return HttpReply.Text(421, "The sandbox answers on loopback only.");
        }

        if (IsFromAnotherPage(request))
        {
            return HttpReply.Text(403, "Only the sandbox's own page can change what it holds.");
        }

        return (request.Method, request.Path.Value) switch
        {
            ("GET" or "HEAD", "/") => Home(),
            ("GET" or "HEAD", "/sandbox/page.css") => HttpReply.Text(200, PageStyle.Css, "text/css"),
            ("GET" or "HEAD", "/sandbox/state") => HttpReply.Json(200, StateDocument.From(sandbox)),
            ("PUT", "/sandbox/faults") => await SetFaults(request),
            ("POST", { } path) when await _manual.TryHandle(path, request) is { } reply => reply,
            _ => HttpReply.Text(404, "docs/sandbox.md lists the routes below /sandbox."),
        };
    }

    /// <summary>A form of any web page can be sent here, but its browser says where it comes from.</summary>
    private static bool IsFromAnotherPage(HttpRequest request) =>
        request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}";

    private HttpReply Home() =>
        HttpReply.Text(200, HomePage.Render(sandbox), "text/html") with
        {
            Headers =
            [
                (
                    "Content-Security-Policy",
                    $"default-src 'none'; style-src 'self'; img-src {sandbox.StorageUrl.GetLeftPart(UriPartial.Authority)}; "
                        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                ),
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "same-origin"),
            ],
        };

    private async Task<HttpReply> SetFaults(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        sandbox.Faults.Plan = FaultPlan.Parse(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
        return HttpReply.Text(200, "");
    }
}
