using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Workspaces;
using Galley.Ledger;
using Galley.Resolutions;
using Galley.Rules;

namespace Galley.Cli.Running;

/// <summary>The resolver over this run's content, ledger and API keys.</summary>
internal sealed class ResolutionSession : IAsyncDisposable
{
    private readonly ApiClients _api;
    private readonly ILedger _ledger;

    private ResolutionSession(Workspace workspace, ApiClients api, ILedger ledger)
    {
        (_api, _ledger) = (api, ledger);
        Resolver = new Resolver(
            workspace.Repository,
            ledger,
            workspace.Planner(ledger, ValidationPurpose.Plan),
            api.TryFor
        );
    }

    public Resolver Resolver { get; }

    public ILedger Ledger => _ledger;

    public static Task<ResolutionSession> Open(Shell shell, CommonOptions common) =>
        Open(shell, common, Workspace.Open(shell, common));

    public static async Task<ResolutionSession> Open(Shell shell, CommonOptions common, Workspace workspace)
    {
        var api = new ApiClients(shell, common.Clock, workspace.Repository.Slugs);
        try
        {
            await api.RefuseClockThatIsOff(common.ClockCheck, shell.Stop);
        }
        catch (GalleyException)
        {
            api.Dispose();
            throw;
        }

        var ledger = await LedgerFactory.Open(
            workspace.LedgerUri,
            workspace.Repository.Root,
            workspace.LedgerOptions(forApply: true) with
            {
                Commit = await workspace.Commit(),
            },
            shell.Stop
        );
        return new ResolutionSession(workspace, api, ledger);
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _api.Dispose();
    }
}
