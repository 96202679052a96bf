using System.CommandLine;
using Galley.Cli.Hosting;

namespace Galley.Cli.Options;

/// <summary>The options that posts and lead magnets share, each in the words of the one it is for.</summary>
/// <param name="key">What the key is made from where nobody gives one.</param>
/// <param name="text">What the text is, and what stands in for it.</param>
internal sealed class DraftOptions(string key, string text)
{
    private readonly Option<string?> _text = new("--text") { HelpName = "TEXT", Description = text };
    private readonly Option<string?> _textFile = new("--text-file")
    {
        HelpName = "FILE",
        Description = "A file with the text, or - for standard input.",
    };

    public Option<string?> Key { get; } =
        new("--key")
        {
            HelpName = "KEY",
            Description = $"The file's name without its ending. Default: made from {key}.",
        };
    public Option<bool> Yaml { get; } = new("--yaml") { Description = "Write a .yaml file instead of a .md file." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Key, _text, _textFile, Yaml })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The author's own text, as a file will hold it; null for none.</summary>
    public string? TextOf(ParseResult parsed, Shell shell)
    {
        var typed = parsed.GetValue(_text);
        if (parsed.GetValue(_textFile) is not { } file)
        {
            return Authored(typed);
        }

        if (typed is not null)
        {
            throw new GalleyException("Give the text by --text or by --text-file, not both.");
        }

        return Authored(
            file == "-"
                ? shell.In.Value.ReadToEnd()
                : FileArgument.Text(shell, file, "give --text-file a file with the text, or - for standard input")
        );
    }

    private static string? Authored(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n').AsEnumerable();
        var body = string.Join(
            '\n',
            lines.SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse()
        );
        return body.Length > 0
            ? body
            : throw new GalleyException("The text is empty: leave --text out to begin with a starter text.");
    }
}
