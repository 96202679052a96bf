using System.CommandLine;
using Galley.Cli.Commands;

namespace Galley.Cli;

/// <summary>The whole command line: parse, run one command, turn what comes of it into words and an exit code.</summary>
internal static class App
{
    public static async Task<int> Run(string[] args, Shell shell)
    {
        try
        {
            var parsed = Root(shell).Parse(args);
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = shell.Out,
                Error = shell.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (GalleyException failure)
        {
            return Fail(shell, failure.Message, failure.ExitCode);
        }
        catch (OperationCanceledException) when (shell.Stop.IsCancellationRequested)
        {
            return Fail(shell, "stopped; nothing was left half done", ExitCode.Interrupted);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Fail(shell, failure.Message, ExitCode.Error);
        }
    }

    private static RootCommand Root(Shell shell)
    {
        var root = new RootCommand("Galley keeps LinkedIn posts and lead magnets in Git and publishes what was merged through LeadPanther, once and only once.");
        Common.AddTo(root);
        root.Subcommands.Add(ValidateCommand.Create(shell));
        root.Subcommands.Add(PlanCommand.Create(shell));
        foreach (var word in WordCommands.Create(shell)) root.Subcommands.Add(word);
        root.Subcommands.Add(ApplyCommand.Create(shell));
        root.Subcommands.Add(LedgerCommand.Create(shell));
        root.Subcommands.Add(WhoamiCommand.Create(shell));
        root.Subcommands.Add(ClientsCommand.Create(shell));
        root.Subcommands.Add(SandboxCommand.Create(shell));
        return root;
    }

    private static int Fail(Shell shell, string message, ExitCode exitCode)
    {
        shell.Error.WriteLine($"galley: {message}");
        return (int)exitCode;
    }
}
