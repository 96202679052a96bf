using Galley.Ledger;
using Galley.Rules;
using Galley.Persons;

namespace Galley.Cli;

/// <summary>The desk that takes people's words, over this run's content, ledger and keys.</summary>
internal sealed class WordRoom : IAsyncDisposable
{
    private readonly LeadPanthers _api;
    private readonly ILedger _ledger;

    private WordRoom(Workspace workspace, LeadPanthers api, ILedger ledger)
    {
        (_api, _ledger) = (api, ledger);
        Desk = new WordDesk(workspace.Repository, ledger, workspace.Planner(ledger, JudgePurpose.Plan), api.TryFor);
    }

    public WordDesk Desk { get; }

    public ILedger Ledger => _ledger;

    public static Task<WordRoom> Open(Shell shell, Common common) => Open(shell, common, Workspace.Open(shell, common));

    public static async Task<WordRoom> Open(Shell shell, Common common, Workspace workspace)
    {
        var api = new LeadPanthers(shell, common.Clock, workspace.Repository.Slugs);
        var ledger = await Ledgers.Open(workspace.LedgerUri, workspace.Repository.Root, workspace.LedgerOptions(forApply: true) with { Commit = await workspace.Commit() }, shell.Stop);
        return new WordRoom(workspace, api, ledger);
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _api.Dispose();
    }
}
