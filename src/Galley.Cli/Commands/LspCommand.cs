using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.LanguageServer;
using Galley.Cli.Options;

namespace Galley.Cli.Commands;

/// <summary><c>galley lsp</c>: problems, completion and hover for editors, over standard input and output.</summary>
internal static class LspCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command(
            "lsp",
            "Serve editors that speak the Language Server Protocol. docs/editors.md says how to set them up."
        );
        // Some clients add it to the command, whatever it is.
        command.Options.Add(new Option<bool>("--stdio") { Hidden = true });
        command.SetAction(
            async (parsed, _) =>
            {
                await Server.Run(shell, CommonOptions.Read(parsed, shell).Clock);
                return (int)ExitCode.Fine;
            }
        );
        return command;
    }
}
