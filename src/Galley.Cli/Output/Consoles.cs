using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Spectre.Console;

namespace Galley.Cli.Output;

/// <summary>Spectre.Console over the shell's own streams, of the shell's own width.</summary>
internal static class Consoles
{
    /// <summary>For what is written once, to be scrolled and copied.</summary>
    public static IAnsiConsole Create(TextWriter writer, Shell shell, CommonOptions common) =>
        Create(writer, shell.Width, common.HasColor ? AnsiSupport.Yes : AnsiSupport.No, common.HasColor);

    /// <summary>For what is written over: that needs a terminal's movements, if not its colours.</summary>
    public static IAnsiConsole Live(Shell shell, CommonOptions common) =>
        Create(shell.Error, shell.Width, AnsiSupport.Yes, common.HasColor);

    private static IAnsiConsole Create(TextWriter writer, int width, AnsiSupport movements, bool hasColor)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = movements,
                ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                // Whether a person is watching is the shell's to say.
                Interactive = InteractionSupport.No,
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Capabilities.Links = false;
        return console;
    }
}
