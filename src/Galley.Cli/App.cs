using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Galley.Cli.Commands;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Diagnostics;
using Galley.GitHub;

namespace Galley.Cli;

/// <summary>The whole command line: parses it, runs one command, and turns the result into messages and an exit code.</summary>
internal static class App
{
    /// <summary>In less, the two columns of the help would break within words.</summary>
    private const int NarrowestHelp = 60;

    public static async Task<int> Run(string[] args, Shell shell)
    {
        shell = OnItsScreen(args, InItsJob(args, shell));
        try
        {
            var parsed = Root(shell).Parse(args.Length == 0 ? ["--help"] : args);
            if (parsed.Errors.Count > 0)
            {
                return Misread(shell, parsed);
            }

            if (UnknownOption(parsed) is { } option)
            {
                return Fail(
                    shell,
                    $"Unknown option \"{option}\". Run `{NameOf(parsed.CommandResult.Command)} --help` to see its options.",
                    ExitCode.Error
                );
            }

            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = shell.Out,
                    Error = shell.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                }
            );
        }
        catch (GalleyException failure)
        {
            return Fail(shell, failure.Message, failure.ExitCode);
        }
        catch (OperationCanceledException) when (shell.Stop.IsCancellationRequested)
        {
            return Fail(shell, "stopped, and nothing was left half done", ExitCode.Interrupted);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Fail(shell, failure.Message, ExitCode.Error);
        }
        catch (Exception fault)
        {
            return Unforeseen(shell, fault);
        }
    }

    /// <summary>One sentence, and where to read more: the whole help would push it off the screen.</summary>
    private static int Misread(Shell shell, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = NameOf(command);
        var problem = command switch
        {
            { Subcommands.Count: > 0 } when parsed.UnmatchedTokens is [var typed, ..] =>
                $"Unknown command \"{name} {typed}\". "
                    + Suggestion.DidYouMean(typed, command.Subcommands.Select(sub => sub.Name)),
            { Subcommands.Count: > 0 } =>
                $"Say which one: {string.Join(", ", command.Subcommands.Select(sub => $"`{name} {sub.Name}`"))}. ",
            _ => $"{OneLine(parsed.Errors[0].Message).TrimEnd('.')}. ",
        };
        return Fail(shell, $"{problem}Run `{name} --help` to see its options.", ExitCode.Error);
    }

    /// <summary>
    /// Where a command takes words of any kind, the parser takes a misspelt option for one of them: a folder named --yes.
    /// </summary>
    private static string? UnknownOption(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? null
            : parsed
                .CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(result => result.Tokens)
                .Select(token => token.Value)
                .FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal));

    private static string OneLine(string text) =>
        string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As it is typed: <c>galley ledger show</c>.</summary>
    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent
            ? $"{NameOf(parent)} {command.Name}"
            : command.Name;

    private static int Unforeseen(Shell shell, Exception fault)
    {
        var place = new System.Diagnostics.StackTrace(fault).GetFrame(0)?.GetMethod() is { } method
            ? $" in {method.DeclaringType?.Name}.{method.Name}"
            : "";
        return Fail(
            shell,
            $"a bug in Galley ({fault.GetType().Name}{place}). Please report it with the command that you ran. "
                + "Run `galley plan` to see the current state.",
            ExitCode.Error
        );
    }

    /// <summary>
    /// A job's runner obeys some lines of the log: content must not write any of them. JSON on stdout is for programs
    /// and stays as it is.
    /// </summary>
    private static Shell InItsJob(string[] args, Shell shell)
    {
        if (shell.Environment("GITHUB_ACTIONS") != "true")
        {
            return shell;
        }

        return shell with
        {
            Out = IsJson(args) ? shell.Out : new LogWriter(shell.Out),
            Error = new LogWriter(shell.Error),
        };
    }

    /// <summary>A person reads lines that end between words. Programs, logs and screen readers get them whole.</summary>
    private static Shell OnItsScreen(string[] args, Shell shell)
    {
        if (!CommonOptions.IsScreen(shell) || IsJson(args) || args.Contains("--quiet"))
        {
            return shell;
        }

        var error = new WrappingWriter(shell.Error, shell.Width);
        return shell with
        {
            In = new(() => error.Answers(shell.In)),
            Out = new WrappingWriter(shell.Out, shell.Width),
            Error = error,
        };
    }

    private static bool IsJson(string[] args) =>
        args.Contains("--format=json") || args.Zip(args.Skip(1)).Contains(("--format", "json"));

    /// <summary>Not a RootCommand: its name would be that of the running file, which is not always galley.</summary>
    private static Command Root(Shell shell)
    {
        var root = new Command(
            "galley",
            "Galley keeps LinkedIn posts and lead magnets in Git and publishes what was merged through LeadPanther, once and only once."
        );
        root.Options.Add(new HelpOption { Action = new HelpAction { MaxWidth = WidthOfHelp(shell) } });
        root.Options.Add(FormatVersion.Option(shell));
        CommonOptions.AddTo(root);
        root.Subcommands.Add(InitCommand.Create(shell));
        root.Subcommands.Add(NewCommand.Create(shell));
        root.Subcommands.Add(ImportCommand.Create(shell));
        root.Subcommands.Add(ScheduleCommand.Create(shell));
        root.Subcommands.Add(RescheduleCommand.Create(shell));
        root.Subcommands.Add(RepeatCommand.Create(shell));
        root.Subcommands.Add(ExportCommand.Create(shell));
        root.Subcommands.Add(ValidateCommand.Create(shell));
        root.Subcommands.Add(FixCommand.Create(shell));
        root.Subcommands.Add(PlanCommand.Create(shell));
        foreach (var word in ResolutionCommands.Create(shell))
        {
            root.Subcommands.Add(word);
        }

        root.Subcommands.Add(ApplyCommand.Create(shell));
        root.Subcommands.Add(RefreshCommand.Create(shell));
        root.Subcommands.Add(PullCommand.Create(shell));
        root.Subcommands.Add(PreviewCommand.Create(shell));
        root.Subcommands.Add(EditorCommand.Create(shell));
        root.Subcommands.Add(CalendarCommand.Create(shell));
        root.Subcommands.Add(ReportCommand.Create(shell));
        root.Subcommands.Add(LeadsCommand.Create(shell));
        root.Subcommands.Add(ActivityCommand.Create(shell));
        root.Subcommands.Add(FindCommand.Create(shell));
        root.Subcommands.Add(CommentCommand.Create(shell));
        root.Subcommands.Add(LedgerCommand.Create(shell));
        root.Subcommands.Add(WhoamiCommand.Create(shell));
        root.Subcommands.Add(ClientsCommand.Create(shell));
        root.Subcommands.Add(
            new Command("api", "Compare LeadPanther's description of its API with what Galley uses.")
            {
                ApiCheckCommand.Create(shell),
            }
        );
        root.Subcommands.Add(LspCommand.Create(shell));
        root.Subcommands.Add(ShardsCommand.Create(shell));
        root.Subcommands.Add(SandboxCommand.Create(shell));
        return root;
    }

    /// <summary>On a narrow screen each option is one long line, which is broken between words as it is written.</summary>
    private static int WidthOfHelp(Shell shell) =>
        shell.IsTerminal && shell.Width >= NarrowestHelp ? shell.Width : int.MaxValue;

    private static int Fail(Shell shell, string message, ExitCode exitCode)
    {
        shell.Error.WriteLine($"galley: {message}");
        return (int)exitCode;
    }
}
