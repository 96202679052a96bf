using System.Globalization;
using System.Net;
using Galley.Sandbox.Control;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Routing;
using Galley.Sandbox.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Galley.Sandbox.Hosting;

/// <summary>The two ports of a sandbox: the API's, with the page, and the storage host's.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly IPAddress _address;
    private readonly WebApplication _app;

    private Listener(IPAddress address, WebApplication app, int port, int storagePort) =>
        (_address, _app, Port, StoragePort) = (address, app, port, storagePort);

    public int Port { get; }
    public int StoragePort { get; }

    /// <summary>
    /// On a port that was asked for, or the ports of the last run if they are free (a ledger is bound to the API's URL, and
    /// posts name media by theirs), or any.
    /// </summary>
    public static async Task<Listener> Start(
        SandboxContext sandbox,
        IPEndPoint wanted,
        CancellationToken cancellationToken
    )
    {
        var (port, state) = (wanted.Port, sandbox.State);
        if (port is 0 && state.Port is not 0 && await TryStart(state.Port, state.StoragePort) is { } again)
        {
            return again;
        }

        return (port == state.Port ? await TryStart(port, state.StoragePort) : null)
            ?? await TryStart(port, 0)
            ?? throw new GalleyException($"Port {port} is taken. Give another one, or none for any free port.");

        Task<Listener?> TryStart(int apiPort, int storagePort) =>
            Listener.TryStart(sandbox, new IPEndPoint(wanted.Address, apiPort), storagePort, cancellationToken);
    }

    public Uri Url(int port) => new($"http://{new IPEndPoint(_address, port)}/");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <returns>Null when a port is taken.</returns>
    private static async Task<Listener?> TryStart(
        SandboxContext sandbox,
        IPEndPoint wanted,
        int storagePort,
        CancellationToken cancellationToken
    )
    {
        ListenOptions? api = null,
            storage = null;
        var app = Build(kestrel =>
        {
            kestrel.Listen(wanted, listen => api = Http1(listen));
            kestrel.Listen(wanted.Address, storagePort, listen => storage = Http1(listen));
        });
        app.Run(Dispatch(sandbox, http => http.Connection.LocalPort == storage!.IPEndPoint!.Port));
        try
        {
            await app.StartAsync(cancellationToken);
            return new Listener(wanted.Address, app, api!.IPEndPoint!.Port, storage!.IPEndPoint!.Port);
        }
        catch (IOException)
        {
            await app.DisposeAsync();
            return null;
        }
    }

    /// <summary>The empty builder reads no environment, no appsettings.json and no arguments: nothing opens a third port.</summary>
    private static WebApplication Build(Action<KestrelServerOptions> listen)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                listen(kestrel);
            });
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, Unattended>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }

    private static RequestDelegate Dispatch(SandboxContext sandbox, Func<HttpContext, bool> isStorage)
    {
        var (api, storage, control) = (new ApiHost(sandbox), new StorageHost(sandbox), new ControlHost(sandbox));
        return http =>
        {
            // Kestrel adds a date of its own only where none is set.
            http.Response.Headers.Date = sandbox.Now.ToString("R", CultureInfo.InvariantCulture);
            return isStorage(http) ? storage.Handle(http)
                : ControlHost.Serves(http.Request.Path) ? control.Handle(http)
                : api.Handle(http);
        };
    }

    private static ListenOptions Http1(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http1;
        return listen;
    }

    /// <summary>Ctrl-C belongs to the program that started the sandbox.</summary>
    private sealed class Unattended : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
