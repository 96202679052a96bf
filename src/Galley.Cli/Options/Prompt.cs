using Galley.Cli.Hosting;

namespace Galley.Cli.Options;

/// <summary>Asks a person on a terminal. Without a terminal, every answer is the suggestion.</summary>
internal sealed class Prompt(Shell shell, CommonOptions common)
{
    public bool CanAsk => shell.IsTerminal && !common.IsJson && !common.IsQuiet;

    /// <returns>What was typed, or the suggestion; null for neither.</returns>
    public string? Ask(string question, string? suggestion = null)
    {
        if (!CanAsk)
        {
            return suggestion;
        }

        shell.Error.Write(suggestion is null ? $"{question}: " : $"{question} [{suggestion}]: ");
        return shell.In.Value.ReadLine()?.Trim() is { Length: > 0 } typed ? typed : suggestion;
    }

    /// <summary>What nothing can stand in for.</summary>
    /// <param name="option">What to add where nobody can be asked.</param>
    public string Need(string question, string option) =>
        Ask(question) ?? throw new GalleyException($"Add {option}: nothing can stand in for it.");
}
