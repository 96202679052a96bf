using Galley.Cli.Tests.Running;

namespace Galley.EndToEnd.Tests.Browser;

internal sealed class ServeTests
{
    [Test]
    public async Task Serve_FileSaved_OpenPageShowsIt()
    {
        await using var fixture = await CliFixture.WithOnePost();
        using var stop = new CancellationTokenSource();
        var port = Ports.Free();
        await using var visit = await Visit.Start();
        var run = CliRun.In(
            fixture.Content,
            [],
            ["preview", "--serve", "--port", $"{port}", "--now", CliFixture.Now],
            stop.Token
        );
        await Ports.Reached(port, run);
        await visit.Page.GotoAsync($"http://127.0.0.1:{port}/clients/northwind/index.html");

        fixture.WritePost("launch", body: "These words were saved just now.");
        await visit.Page.GetByText("These words were saved just now.").First.WaitForAsync();
        fixture.WritePost("launch", "scheduled_at: 2026-06-15 25:00");
        await visit.Page.Locator(".problems").First.WaitForAsync();

        await stop.CancelAsync();
        Assert.That((await run).ExitCode, Is.Zero);
        Assert.That(visit.Requests, Has.All.StartsWith($"http://127.0.0.1:{port}/"));
    }
}
