using System.Collections.Immutable;
using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Workspaces;
using Galley.Ledger;
using Galley.Live.Rebuilding;

namespace Galley.Cli.Commands;

/// <summary><c>galley ledger rebuild</c>: a new ledger out of what LeadPanther holds, for who lost theirs.</summary>
internal static class LedgerRebuildCommand
{
    private static readonly Option<bool> Yes = new("--yes") { Description = "Write the new ledger without asking." };

    private static readonly Option<bool> PastAsSent = new("--past-as-sent")
    {
        Description =
            "Record posts whose time is past, and that LeadPanther no longer lists, as sent. Without it the plan reports them as missed.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "rebuild",
            "Make a new ledger out of what LeadPanther holds and the files say, when the old one is lost."
        )
        {
            Yes,
            PastAsSent,
        };
        command.SetAction(
            (parsed, _) =>
                Run(shell, CommonOptions.Read(parsed, shell), parsed.GetValue(Yes), parsed.GetValue(PastAsSent))
        );
        return command;
    }

    private static async Task<int> Run(Shell shell, CommonOptions common, bool yes, bool pastAsSent)
    {
        var workspace = Workspace.Open(shell, common);
        if (common.Clients.Count > 0)
        {
            throw new GalleyException(
                "Rebuild takes all clients: one that the new ledger lacks would be published again. Leave --client out."
            );
        }

        var options = workspace.LedgerOptions(forApply: true, commit: await workspace.Commit());
        await LedgerFactory.RequireUnused(workspace.LedgerUri, workspace.Repository.Root, options, shell.Stop);
        using var api = new ApiClients(shell, common.Clock, workspace.Repository.Slugs);
        var contents = workspace.Repository.Slugs.Select(workspace.Repository.Read);
        var clients = await new LedgerRebuilder(api.For, workspace.Now).Read(
            contents.Where(content => content.Client is not { Ended: true }),
            shell.Stop
        );
        if (!common.IsJson)
        {
            RebuildText.Write(shell.Out, clients);
        }

        var id = yes || IsConfirmed(shell, common) ? await Write(shell, workspace, options, clients, pastAsSent) : null;
        Print(shell, common, workspace, clients, id);
        return (int)(id is null ? ExitCode.Error : ExitCode.Fine);
    }

    private static bool IsConfirmed(Shell shell, CommonOptions common) =>
        new Prompt(shell, common).Ask("Write the new ledger? Type yes or no", "no") is "yes" or "y";

    private static async Task<string> Write(
        Shell shell,
        Workspace workspace,
        LedgerOptions options,
        ImmutableArray<RebuiltClient> clients,
        bool pastAsSent
    )
    {
        await using var ledger = await LedgerFactory.OpenForRebuild(
            workspace.LedgerUri,
            workspace.Repository.Root,
            options,
            shell.Stop
        );
        await LedgerRebuilder.Write(ledger, clients, pastAsSent, shell.Stop);
        return ledger.Header.LedgerId;
    }

    private static void Print(
        Shell shell,
        CommonOptions common,
        Workspace workspace,
        ImmutableArray<RebuiltClient> clients,
        string? id
    ) =>
        new ResultPrinter(shell, common).Print(
            new RebuiltLedger(id, $"{workspace.LedgerUri}", [.. clients.Select(RebuiltLedger.From)]),
            CommandJson.Default.RebuiltLedger,
            text =>
                text.WriteLine(
                    id is null
                        ? "Nothing was written. Check the lists above, then run this again with --yes."
                        : $"Made the ledger {id} at {workspace.LedgerUri}. Write this line into galley.yaml, in place of the old one, "
                            + $"and commit it:\n\nledger_id: {id}\n\nThen run `galley plan` and check what it would send."
                )
        );
}
