using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Workspaces;
using Galley.Ledger;
using Galley.Live;
using NodaTime;

namespace Galley.Cli.Running;

/// <summary>Reads what LeadPanther holds, with progress.</summary>
internal static class LiveStateLoader
{
    /// <summary>Reads all that LeadPanther holds, and prints what could not be read.</summary>
    public static async Task<LiveReport> Load(
        Shell shell,
        CommonOptions common,
        ApiClients api,
        ILedger ledger,
        Workspace workspace
    )
    {
        var live = await Reader(shell, common, api, ledger).Read(ledger, workspace.Clients(), shell.Stop);
        foreach (var failure in live.Failures.Concat(live.Warnings))
        {
            shell.Error.WriteLine($"galley: {failure}");
        }

        return live;
    }

    public static LiveReader Reader(Shell shell, CommonOptions common, ApiClients api, ILedger ledger)
    {
        var heartbeat = new Heartbeat(shell, common);
        return new LiveReader(api.For, ledger.Header, () => Instant.FromDateTimeOffset(common.Clock.GetUtcNow()))
        {
            Progress = (done, all) => heartbeat.Say(() => $"Read {done} of {all} lists and figures."),
        };
    }
}
