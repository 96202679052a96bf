using System.CommandLine;
using Galley.Cli.Hosting;

namespace Galley.Cli.Commands;

/// <summary><c>galley new post|lead-magnet|client</c>: makes files that validate.</summary>
internal static class NewCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command(
            "new",
            "Make a post, a lead magnet or a client. On a terminal, it asks for what the options leave open."
        );
        command.Subcommands.Add(NewPostCommand.Create(shell));
        command.Subcommands.Add(NewLeadMagnetCommand.Create(shell));
        command.Subcommands.Add(NewClientCommand.Create(shell));
        return command;
    }
}
