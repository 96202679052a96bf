using System.Collections.Immutable;
using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Rendering;
using Galley.Rendering.Json;
using Galley.Rules;

namespace Galley.Cli.Commands;

/// <summary><c>galley validate</c>: every problem in the content, in one run. Never uses the network.</summary>
internal static class ValidateCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("validate", "Check every file of the content and list all problems.")
        {
            ShardOption.Option,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common, ShardOption.Read(parsed));
        var (ledger, isUnreadable) = await LedgerFromHere(workspace);
        await using var _ = ledger;
        // Git looks while the files are read.
        var steering = SteeringFiles.ChangedByBranch(workspace.Repository.Root, shell.Stop);
        var diagnostics = await workspace
            .Planner(ledger, ValidationPurpose.Validate, isUnreadable)
            .Validate(workspace.Slugs, shell.Stop);
        Warn(shell, await steering);
        new ResultPrinter(shell, common).Print(
            to => DiagnosticJson.Write(to, diagnostics),
            _ => new DiagnosticPrinter(shell, common, workspace).WriteAll(diagnostics)
        );
        return (int)(diagnostics.Any(diagnostic => diagnostic.Fails) ? ExitCode.ContentInvalid : ExitCode.Fine);
    }

    private static void Warn(Shell shell, ImmutableArray<string> steering)
    {
        if (!steering.IsEmpty)
        {
            shell.Error.WriteLine(
                $"galley: This branch changes files that decide what programs do: {SteeringFiles.List(steering, VisibleText.From)}. "
                    + "Read these first."
            );
        }
    }

    /// <summary>
    /// No ledger means that nothing was sent. A ledger that needs the network or is damaged means that this is unknown; apply and
    /// plan say why.
    /// </summary>
    private static async Task<(ILedger? Ledger, bool IsUnreadable)> LedgerFromHere(Workspace workspace)
    {
        try
        {
            var ledger = await workspace.TryOpenLedger(workspace.LedgerOptions(offline: true));
            return (ledger, ledger is null && workspace.KnownLedger is null or LedgerUri.Branch);
        }
        catch (GalleyException)
        {
            return (null, true);
        }
    }
}
