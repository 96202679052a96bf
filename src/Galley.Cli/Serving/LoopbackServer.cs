using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Galley.Cli.Serving;

/// <summary>A web server that only this machine reaches, and only by its own name.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>Cancelled when the server ends.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    /// <param name="port">0 for any free one.</param>
    /// <exception cref="GalleyException">The port is taken.</exception>
    public static async Task<LoopbackServer> Start(
        int port,
        RequestDelegate answer,
        CancellationToken cancellationToken
    )
    {
        ListenOptions? listening = null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(IPAddress.Loopback, port, listen => listening = listen);
            });
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, Unattended>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var server = new LoopbackServer(builder.Build());
        server._app.Run(http => Answer(http, answer));
        try
        {
            await server._app.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            await server.DisposeAsync();
            throw new GalleyException(
                $"Port {port} is taken: name another one with --port, or leave it out for any free port."
            );
        }

        server.Url = new Uri($"http://127.0.0.1:{listening!.IPEndPoint!.Port}/");
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task Answer(HttpContext http, RequestDelegate answer)
    {
        // A name that merely resolves to this machine would let any web page read the content.
        if (http.Request.Host.Host is not ("localhost" or "127.0.0.1"))
        {
            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return answer(http);
    }

    /// <summary>Ctrl-C belongs to the command.</summary>
    private sealed class Unattended : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
