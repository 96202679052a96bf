using System.Security.Cryptography;
using Galley.Sandbox.Faults;
using Galley.Sandbox.Pages;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Control;

/// <summary>What is not LeadPanther's: the page for people, and the state for tests that run in another process.</summary>
internal sealed class ControlHost(SandboxContext sandbox)
{
    public static bool Serves(PathString path) =>
        path == "/" || path == "/favicon.ico" || path.StartsWithSegments("/sandbox", StringComparison.Ordinal);

    public async Task Handle(HttpContext http) => await (await Reply(http.Request)).Send(http);

    private async Task<HttpReply> Reply(HttpRequest request)
    {
        // A name that merely resolves to this machine would let any web page read the content.
        if (request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            return HttpReply.Text(421, "The sandbox answers on loopback only.");
        }

        return (request.Method, request.Path.Value) switch
        {
            ("GET" or "HEAD", "/") => Home(),
            ("GET" or "HEAD", "/sandbox/page.css") => HttpReply.Text(200, PageStyle.Css, "text/css"),
            ("GET" or "HEAD", "/sandbox/state") => HttpReply.Json(200, State()),
            ("PUT", "/sandbox/faults") => await SetFaults(request),
            _ => HttpReply.Text(404, "The sandbox has /, /sandbox/state and PUT /sandbox/faults."),
        };
    }

    private HttpReply Home() =>
        HttpReply.Text(200, HomePage.Render(sandbox), "text/html") with
        {
            Headers =
            [
                (
                    "Content-Security-Policy",
                    $"default-src 'none'; style-src 'self'; img-src {sandbox.StorageUrl.GetLeftPart(UriPartial.Authority)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                ),
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "no-referrer"),
            ],
        };

    private async Task<HttpReply> SetFaults(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        try
        {
            sandbox.Faults.Plan = FaultPlan.Parse(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
            return HttpReply.Text(200, "");
        }
        catch (GalleyException wrong)
        {
            return HttpReply.Text(400, wrong.Message);
        }
    }

    private object State() =>
        new
        {
            now = sandbox.Now,
            posts = sandbox.State.Posts.Select(post => new
            {
                post.Id,
                post.UserId,
                post.CreatedAt,
                post.UpdatedAt,
                published = post.IsPublished(sandbox.Now),
                post.Body,
            }),
            lead_magnets = sandbox.State.LeadMagnets,
            deleted_posts = sandbox.State.DeletedPosts,
            archived_lead_magnets = sandbox.State.ArchivedLeadMagnets,
            media = sandbox.State.Media.Select(medium => new
            {
                medium.Id,
                medium.UserId,
                medium.CreatedAt,
                medium.FileName,
                medium.ContentType,
                medium.Size,
                sha256 = medium.Bytes is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) : null,
            }),
            requests = sandbox.Log.Requests,
            violations = sandbox.Log.Violations,
        };
}
