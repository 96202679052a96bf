using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Workspaces;
using Galley.Ledger;

namespace Galley.Cli.Commands;

/// <summary><c>galley ledger recover FILE</c>: records what an apply did but could not record.</summary>
internal static class LedgerRecoverCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description =
            "The lines that apply printed as unrecorded, or the result that it saved with --out. - means stdin.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command("recover", "Record what an apply did but could not record itself.") { File };
        command.SetAction((parsed, _) => Run(shell, parsed.GetRequiredValue(File), CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, string file, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var text =
            file == "-"
                ? await shell.In.Value.ReadToEndAsync(shell.Stop)
                : FileArgument.Text(
                    shell,
                    file,
                    "name a file with the lines that apply printed as unrecorded, or the result that it saved with --out"
                );
        var lines = UnrecordedLines.In(text);
        if (lines.IsEmpty && !UnrecordedLines.IsResult(text))
        {
            throw new GalleyException(
                $"{file} has no line that galley printed as unrecorded. Each such line begins with {{\"id\":."
            );
        }

        await using var ledger = await LedgerFactory.Open(
            workspace.LedgerUri,
            workspace.Repository.Root,
            workspace.LedgerOptions(forApply: true),
            shell.Stop
        );
        var added = await ledger.Recover(lines, shell.Stop);
        new ResultPrinter(shell, common).Print(
            new RecoveredLines(lines.Length, added),
            CommandJson.Default.RecoveredLines,
            text => text.WriteLine(Describe(lines.Length, added))
        );
        return (int)ExitCode.Fine;
    }

    private static string Describe(int lines, int added)
    {
        var all = lines == 1 ? "the line" : $"{lines} lines";
        return lines == 0 ? "There is nothing to record: that apply recorded everything."
            : added == lines ? $"Recorded {all} in the ledger."
            : added == 0 ? $"There is nothing to record: the ledger already has {all}."
            : $"Recorded {added} of {all} in the ledger. It already had the rest.";
    }
}
