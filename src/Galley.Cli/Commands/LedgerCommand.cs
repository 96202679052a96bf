using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Stores;

namespace Galley.Cli.Commands;

/// <summary><c>galley ledger init|show|verify|recover|rebuild</c>.</summary>
internal static class LedgerCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("ledger", "Make, show, check and repair the ledger: the record of what was sent.");
        command.Subcommands.Add(Sub("init", "Make an empty ledger and print the ledger_id to commit.", Init));
        command.Subcommands.Add(Sub("show", "Show what the ledger holds, client by client.", Show));
        command.Subcommands.Add(
            Sub("verify", "Read every line of the ledger and check that none is changed or missing.", Verify)
        );
        command.Subcommands.Add(LedgerRecoverCommand.Create(shell));
        command.Subcommands.Add(LedgerRebuildCommand.Create(shell));
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
        new ResultPrinter(shell, common).Print(
            new NewLedger(id, $"{workspace.LedgerUri}"),
            CommandJson.Default.NewLedger,
            text => Write(text, common, workspace, id)
        );
        if (new Prompt(shell, common).Confirm($"Write it into {ContentRoot.SettingsFile}?"))
        {
            await AddToSettings(workspace.Repository.Root, id, shell.Stop);
            shell.Error.WriteLine($"{ContentRoot.SettingsFile} has it now. Commit the file.");
        }

        return (int)ExitCode.Fine;
    }

    /// <summary>At the end: whoever has a ledger_id gets no new ledger, so none stands there yet.</summary>
    private static async Task AddToSettings(string root, string id, CancellationToken cancellationToken)
    {
        var file = Path.Combine(root, ContentRoot.SettingsFile);
        var text = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : "";
        var lineEnd = text.Length == 0 || text.EndsWith('\n') ? "" : "\n";
        await File.AppendAllTextAsync(file, $"{lineEnd}ledger_id: {id}\n", cancellationToken);
    }

    private static void Write(TextWriter text, CommonOptions common, Workspace workspace, string id) =>
        text.WriteLine(
            common.IsQuiet
                ? id
                : $"Made the ledger {id} at {workspace.LedgerUri}.\n"
                    + $"Commit this line in galley.yaml, so that Galley never uses another ledger by mistake:\n\nledger_id: {id}"
        );

    private static async Task<int> Show(Shell shell, CommonOptions common, Workspace workspace)
    {
        var ledger = await Read(workspace, LedgerFactory.Inspect, shell.Stop);
        new ResultPrinter(shell, common).Print(
            LedgerFiles.From(ledger, withObjects: true),
            CommandJson.Default.LedgerFiles,
            text => LedgerText.Write(text, ledger)
        );
        return Report(shell, ledger);
    }

    private static async Task<int> Verify(Shell shell, CommonOptions common, Workspace workspace)
    {
        var ledger = await Read(workspace, LedgerFactory.Verify, shell.Stop);
        new ResultPrinter(shell, common).Print(
            LedgerFiles.From(ledger, withObjects: false),
            CommandJson.Default.LedgerFiles,
            text => WriteVerdict(text, ledger)
        );
        return Report(shell, ledger);
    }

    private static void WriteVerdict(TextWriter text, LedgerInspection ledger)
    {
        if (ledger.IsWhole)
        {
            var events = Plural.Format(ledger.Files.Sum(file => file.EventCount), "event");
            var files = Plural.Format(ledger.Files.Length, "file");
            text.WriteLine($"The ledger {ledger.Header.LedgerId} is complete: {events} in {files}.");
        }
    }

    private static async Task<LedgerInspection> Read(
        Workspace workspace,
        Func<LedgerUri, string, LedgerOptions, CancellationToken, Task<LedgerInspection?>> read,
        CancellationToken cancellationToken
    ) =>
        await read(workspace.LedgerUri, workspace.Repository.Root, workspace.LedgerOptions(), cancellationToken)
        ?? throw new GalleyException(
            $"There is no ledger at {workspace.LedgerUri}. If nothing was ever sent, make one with `galley ledger init`. "
                + "If there was one, restore it; if it is lost, run `galley ledger rebuild`."
        );

    private static int Report(Shell shell, LedgerInspection ledger)
    {
        foreach (var damage in ledger.Files.Select(file => file.Damage).OfType<GalleyException>())
        {
            shell.Error.WriteLine($"galley: {damage.Message}");
        }

        foreach (var oddity in ledger.Files.Select(file => file.Oddity).OfType<string>())
        {
            shell.Error.WriteLine($"galley: {oddity}");
        }

        foreach (var file in ledger.Files.Where(file => file.Torn > 0))
        {
            shell.Error.WriteLine(
                $"{file.Name} ends in an unfinished line ({Plural.Format(file.Torn, "byte")}): a run was "
                    + "interrupted there. The next run that writes removes this line."
            );
        }

        return (int)(ledger.IsWhole ? ExitCode.Fine : ExitCode.Error);
    }
}
