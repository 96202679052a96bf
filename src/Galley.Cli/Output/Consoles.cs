using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Spectre.Console;

namespace Galley.Cli.Output;

/// <summary>Spectre.Console over the shell's own streams and width.</summary>
internal static class Consoles
{
    /// <summary>For text that is written once, and that people scroll and copy.</summary>
    public static IAnsiConsole Create(TextWriter writer, Shell shell, CommonOptions common) =>
        Create(writer, shell.Width, common.HasColor ? AnsiSupport.Yes : AnsiSupport.No, common.HasColor);

    /// <summary>For text that is written over: this needs cursor movements, but not colours.</summary>
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
                // The shell knows whether a person is watching.
                Interactive = InteractionSupport.No,
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Capabilities.Links = false;
        return console;
    }
}
