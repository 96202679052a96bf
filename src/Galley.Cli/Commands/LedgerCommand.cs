using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Workspaces;
using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Cli.Commands;

/// <summary><c>galley ledger init|show|verify|recover</c>.</summary>
internal static class LedgerCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("ledger", "Make, show, verify and mend the ledger: the record of what was sent.");
        command.Subcommands.Add(Sub("init", "Make an empty ledger and print the ledger_id to commit.", Init));
        command.Subcommands.Add(Sub("show", "Show what the ledger holds, client by client.", Show));
        command.Subcommands.Add(Sub("verify", "Read every line of the ledger and check its chain.", Verify));
        command.Subcommands.Add(LedgerRecoverCommand.Create(shell));
        return command;

        Command Sub(string name, string description, Func<Shell, CommonOptions, Workspace, Task<int>> run)
        {
            var sub = new Command(name, description);
            sub.SetAction(
                async (parsed, _) =>
                {
                    var common = CommonOptions.Read(parsed, shell);
                    return await run(shell, common, Workspace.Open(shell, common));
                }
            );
            return sub;
        }
    }

    private static async Task<int> Init(Shell shell, CommonOptions common, Workspace workspace)
    {
        var id = await LedgerFactory.Init(
            workspace.LedgerUri,
            workspace.Repository.Root,
            workspace.LedgerOptions(forApply: true),
            shell.Stop
        );
        if (common.IsJson)
        {
            JsonPrinter.WriteObject(shell.Out, json =>
            {
                json.WriteString("ledger_id", id);
                json.WriteString("ledger", $"{workspace.LedgerUri}");
            });
            return (int)ExitCode.Fine;
        }

        shell.Out.WriteLine(common.IsQuiet ? id : $"Made the ledger {id} at {workspace.LedgerUri}.");
        if (!common.IsQuiet)
        {
            shell.Out.WriteLine(
                $"Commit this line in galley.yaml, so that no other ledger is ever taken for it:\n\nledger_id: {id}"
            );
        }

        return (int)ExitCode.Fine;
    }

    private static async Task<int> Show(Shell shell, CommonOptions common, Workspace workspace)
    {
        var ledger = await Inspect(shell, workspace);
        if (common.IsJson)
        {
            LedgerJsonPrinter.Write(shell.Out, ledger, withObjects: true);
        }
        else
        {
            ShowText(shell, ledger);
        }

        return Report(shell, ledger);
    }

    private static void ShowText(Shell shell, LedgerInspection ledger)
    {
        shell.Out.WriteLine(
            $"Ledger {ledger.Header.LedgerId}, {(ledger.Header.Api is { } api ? $"of {api}" : "not bound to an API yet")}"
        );
        foreach (var file in ledger.Files.Where(file => file.Damage is null))
        {
            shell.Out.WriteLine(
                $"{file.Name}: {Plural.Format(file.State.Objects.Count, "object")}, {Plural.Format(file.Events.Count, "event")}"
            );
            foreach (
                var ledgerObject in file
                    .State.Objects.Values.OrderBy(ledgerObject => ledgerObject.Kind)
                    .ThenBy(ledgerObject => ledgerObject.Key, StringComparer.Ordinal)
            )
            {
                shell.Out.WriteLine(
                    $"  {LedgerJsonPrinter.Describe(ledgerObject.State), -10} {KindName.For(ledgerObject.Kind), -11} {ledgerObject.Key}  {ledgerObject.Id}"
                );
            }
        }
    }

    private static async Task<int> Verify(Shell shell, CommonOptions common, Workspace workspace)
    {
        var ledger = await Inspect(shell, workspace);
        if (common.IsJson)
        {
            LedgerJsonPrinter.Write(shell.Out, ledger, withObjects: false);
        }
        else if (ledger.IsWhole)
        {
            shell.Out.WriteLine(
                $"The ledger {ledger.Header.LedgerId} is whole: {Plural.Format(ledger.Files.Sum(file => file.Events.Count), "event")} in {Plural.Format(ledger.Files.Length, "file")}."
            );
        }

        return Report(shell, ledger);
    }

    private static async Task<LedgerInspection> Inspect(Shell shell, Workspace workspace) =>
        await LedgerFactory.Inspect(
            workspace.LedgerUri,
            workspace.Repository.Root,
            workspace.LedgerOptions(),
            shell.Stop
        )
        ?? throw new GalleyException(
            $"There is no ledger at {workspace.LedgerUri}: make one with `galley ledger init`."
        );

    private static int Report(Shell shell, LedgerInspection ledger)
    {
        foreach (var damage in ledger.Files.Select(file => file.Damage).OfType<GalleyException>())
        {
            shell.Error.WriteLine($"galley: {damage.Message}");
        }

        foreach (var file in ledger.Files.Where(file => file.Torn > 0))
        {
            shell.Error.WriteLine(
                $"{file.Name} ends in an unfinished line ({Plural.Format(file.Torn, "byte")}): a run was cut off there. The next one that writes cuts it off."
            );
        }

        return (int)(ledger.IsWhole ? ExitCode.Fine : ExitCode.Error);
    }
}
