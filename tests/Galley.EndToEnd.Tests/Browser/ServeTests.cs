using System.Net;
using System.Net.Sockets;
using Galley.Cli.Tests.Running;
using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

internal sealed class ServeTests
{
    [Test]
    public async Task Serve_FileSaved_OpenPageShowsIt()
    {
        await using var fixture = await CliFixture.WithOnePost();
        using var stop = new CancellationTokenSource();
        var port = FreePort();
        await using var visit = await Visit.Start();
        var run = CliRun.In(
            fixture.Content,
            [],
            ["preview", "--serve", "--port", $"{port}", "--now", CliFixture.Now],
            stop.Token
        );
        await Reach(visit.Page, $"http://127.0.0.1:{port}/clients/northwind/index.html", run);

        fixture.WritePost("launch", body: "These words were saved just now.");
        await visit.Page.GetByText("These words were saved just now.").First.WaitForAsync();
        fixture.WritePost("launch", "scheduled_at: 2026-06-15 25:00");
        await visit.Page.Locator(".problems").First.WaitForAsync();

        await stop.CancelAsync();
        Assert.That((await run).ExitCode, Is.Zero);
        Assert.That(visit.Requests, Has.All.StartsWith($"http://127.0.0.1:{port}/"));
    }

    /// <summary>The server takes a moment to come up. A browser that was refused shows a page of its own in between, so it is asked only once.</summary>
    private static async Task Reach(IPage page, string url, Task run)
    {
        while (!run.IsCompleted && !await Listens(new Uri(url).Port))
        {
            await Task.Yield();
        }

        await page.GotoAsync(url);
    }

    private static async Task<bool> Listens(int port)
    {
        using var caller = new TcpClient();
        try
        {
            await caller.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
