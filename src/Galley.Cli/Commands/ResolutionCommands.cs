using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Running;
using Galley.Resolutions;

namespace Galley.Cli.Commands;

/// <summary>
/// <c>galley done|sent|not-sent|forget|adopt</c>: commands that settle what only a person knows. They read the same line as in comments,
/// with the same parser.
/// </summary>
internal static class ResolutionCommands
{
    private static readonly Argument<string> Kind = new("KIND") { Description = "post or lead-magnet." };
    private static readonly Argument<string> Object = new("CLIENT/KEY")
    {
        Description = "The client's folder and the object's key, as the plan shows them.",
    };
    private static readonly Argument<string> Code = new("CODE")
    {
        Description = "The code that the plan shows, so that you confirm exactly this text.",
    };
    private static readonly Argument<string?> Id = new("ID")
    {
        Description = "The id in LeadPanther. A lead magnet needs one.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<bool> Recreate = new("--recreate")
    {
        Description = "Free the key, so that Galley sends its file again as new.",
    };
    private static readonly Option<bool> Force = new("--force")
    {
        Description = "Take the id even if LeadPanther does not know it.",
    };

    public static IEnumerable<Command> Create(Shell shell) =>
        [
            WithCommonOptions(
                shell,
                new Command("done", "Confirm that you did the plan's work by hand in LeadPanther.")
                {
                    Kind,
                    Object,
                    Code,
                }
            ),
            WithCommonOptions(
                shell,
                new Command("sent", "Settle a doubt: the object is in LeadPanther.") { Kind, Object, Id, Force }
            ),
            WithCommonOptions(
                shell,
                new Command("not-sent", "Settle a doubt: the object is not in LeadPanther.") { Kind, Object }
            ),
            WithCommonOptions(
                shell,
                new Command("forget", "Forget an object: retire its key, or free it with --recreate.")
                {
                    Kind,
                    Object,
                    Recreate,
                }
            ),
            WithCommonOptions(
                shell,
                new Command("overwrite", "Say that the file is right: the next apply sets LeadPanther back to it.")
                {
                    Kind,
                    Object,
                    Code,
                }
            ),
            ApproveCommand.Create(shell),
            AdoptCommand.Create(shell),
        ];

    private static Command WithCommonOptions(Shell shell, Command command)
    {
        command.SetAction(
            (parsed, _) => Run(shell, CommonOptions.Read(parsed, shell), ResolutionParser.Parse(Parts(command, parsed)))
        );
        return command;
    }

    private static List<string> Parts(Command command, ParseResult parsed) =>
        [
            command.Name,
            .. command.Arguments.Select(argument => parsed.GetValue<string?>(argument.Name)).OfType<string>(),
            .. command.Options.OfType<Option<bool>>().Where(parsed.GetValue).Select(option => option.Name),
        ];

    public static async Task<int> Run(Shell shell, CommonOptions common, Resolution resolution)
    {
        await using var session = await ResolutionSession.Open(shell, common);
        var result = await session.Resolver.Resolve(resolution, shell.Stop);
        var isTaken = result is ResolutionResult.Accepted;
        new ResultPrinter(shell, common).Print(
            new CommandAnswer(isTaken, result.Sentence),
            CommandJson.Default.CommandAnswer,
            text => (isTaken ? text : shell.Error).WriteLine($"{(isTaken ? "" : "galley: ")}{result.Sentence}")
        );
        return (int)(isTaken ? ExitCode.Fine : ExitCode.Error);
    }
}
