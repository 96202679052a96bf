using Galley.Cli.Hosting;

namespace Galley.Cli.Options;

/// <summary>
/// Asks a person on a terminal, and asks again after an answer that can't be used. Without a terminal, every answer is the suggestion.
/// </summary>
internal sealed class Prompt(Shell shell, CommonOptions common)
{
    private const string Required = "Please type an answer.";

    public bool CanAsk => shell.IsTerminal && common.Format == OutputFormat.Text && !common.IsQuiet;

    /// <summary>An answer that has a suggestion.</summary>
    /// <param name="read">Turns what was typed into the answer, or throws a <see cref="GalleyException"/> that says what is wrong.</param>
    public T Ask<T>(string question, string suggestion, Func<string, T> read) =>
        CanAsk ? Repeat($"{question} [{suggestion}]: ", typed => read(typed ?? suggestion)) : read(suggestion);

    /// <summary>An answer that may be empty; then, and without a terminal, it is null.</summary>
    public T? AskOptional<T>(string question, Func<string, T> read)
        where T : class => CanAsk ? Repeat($"{question}: ", typed => typed is null ? null : read(typed)) : null;

    /// <summary>An answer that is required.</summary>
    /// <param name="option">What to add on the command line where nobody can be asked.</param>
    public T Need<T>(string question, string option, Func<string, T> read)
    {
        var missing = new GalleyException($"Add {option}.");
        return CanAsk
            ? Repeat($"{question}: ", typed => read(typed ?? throw new GalleyException(Required)), missing)
            : throw missing;
    }

    /// <summary>Yes or no; no without a terminal.</summary>
    public bool Confirm(string question) =>
        CanAsk && Repeat($"{question} [y/N]: ", typed => typed?.ToLowerInvariant() switch
            {
                "y" or "yes" => true,
                null or "n" or "no" => false,
                _ => throw new GalleyException("Please type y or n."),
            });

    /// <param name="read">Gets null for an empty line.</param>
    /// <param name="atTheEnd">What to say when the input ends without an answer; null: take the empty answer.</param>
    private T Repeat<T>(string question, Func<string?, T> read, GalleyException? atTheEnd = null)
    {
        GalleyException? refused = null;
        while (true)
        {
            shell.Error.Write(question);
            if (shell.In.Value.ReadLine() is not { } line)
            {
                return (refused ?? atTheEnd) is { } why ? throw why : read(null);
            }

            try
            {
                return read(line.Trim() is { Length: > 0 } typed ? typed : null);
            }
            catch (GalleyException wrong)
            {
                refused = wrong.Message == Required ? refused : wrong;
                shell.Error.WriteLine(wrong.Message);
            }
        }
    }
}
