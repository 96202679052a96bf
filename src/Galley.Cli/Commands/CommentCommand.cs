using System.CommandLine;

namespace Galley.Cli.Commands;

/// <summary><c>galley comment</c>: what a job hears and says in comments, beside the runs that speak for themselves.</summary>
internal static class CommentCommand
{
    private static readonly Option<bool> Command = new("--command") { Description = "Take the `/galley …` lines of the comment that started this job, from GALLEY_COMMAND, and answer there." };

    public static Command Create(Shell shell)
    {
        var command = new Command("comment", "Hear and answer comments on GitHub, in a job of GitHub Actions.") { Command };
        command.SetAction(async (parsed, _) => await Run(shell, parsed));
        return command;
    }

    private static Task<int> Run(Shell shell, ParseResult parsed) =>
        parsed.GetValue(Command) ? CommandsInComment.Run(shell)
        : throw new GalleyException("Add --command: `galley comment --help` says what it does.");
}
