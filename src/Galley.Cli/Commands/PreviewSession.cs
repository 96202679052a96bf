using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Serving;
using Galley.Cli.Workspaces;
using Galley.Planning;
using Galley.Rendering.Preview;

namespace Galley.Cli.Commands;

/// <summary><c>galley preview --serve</c>: plans, shows the pages, waits for a change, and starts again.</summary>
internal sealed class PreviewSession(Shell shell, CommonOptions common, PostFilter filter)
{
    public async Task<int> Run(int port)
    {
        var workspace = Workspace.Open(shell, common);
        using var watch = new ContentWatch(workspace.Repository.Root, shell.Clock);
        await using var server = await PreviewServer.Start(
            port,
            workspace.Repository.Root,
            await Pages(workspace),
            shell.Stop
        );
        shell.Out.WriteLine($"Showing {workspace.Repository.Root} at {server.Url}");
        shell.Out.WriteLine("Open pages update when you save a file. Press Ctrl-C to stop.");
        while (!shell.Stop.IsCancellationRequested)
        {
            try
            {
                await watch.Next(shell.Stop);
                server.Show(await Pages(Workspace.Open(shell, common)));
            }
            catch (Exception failure) when (failure is GalleyException or IOException or UnauthorizedAccessException)
            {
                // For example a half-written file: the last good pages stay, and the next change tries again.
                shell.Error.WriteLine($"galley: {failure.Message}");
            }
            catch (OperationCanceledException) when (shell.Stop.IsCancellationRequested)
            {
                break;
            }
        }

        return (int)ExitCode.Fine;
    }

    private async Task<IEnumerable<PreviewFile>> Pages(Workspace workspace) =>
        PreviewSite.Render(
            await PreviewCommand.Plan(shell, workspace, filter),
            await PreviewCommand.WithEditor(shell, workspace) with
            {
                IsServed = true,
            }
        );
}
