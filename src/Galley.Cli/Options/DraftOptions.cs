using System.CommandLine;
using Galley.Cli.Hosting;

namespace Galley.Cli.Options;

/// <summary>The options that `new post` and `new lead-magnet` share.</summary>
/// <param name="key">What the default key is made from.</param>
/// <param name="text">The help of --text.</param>
internal sealed class DraftOptions(string key, string text)
{
    private readonly Option<string?> _text = new("--text") { HelpName = "TEXT", Description = text };
    private readonly Option<string?> _textFile = new("--text-file")
    {
        HelpName = "FILE",
        Description = "A file with the text; - is standard input.",
    };

    public Option<string?> Key { get; } =
        new("--key")
        {
            HelpName = "KEY",
            Description = $"The file name without its extension. Default: made from {key}.",
        };
    public Option<bool> Yaml { get; } = new("--yaml") { Description = "Write a .yaml file instead of a .md file." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Key, _text, _textFile, Yaml })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The author's text, as the file will have it; null for none.</summary>
    public string? TextOf(ParseResult parsed, Shell shell)
    {
        var typed = parsed.GetValue(_text);
        if (parsed.GetValue(_textFile) is not { } file)
        {
            return Authored(typed);
        }

        if (typed is not null)
        {
            throw new GalleyException("Give either --text or --text-file, not both.");
        }

        return Authored(
            file == "-"
                ? shell.In.Value.ReadToEnd()
                : FileArgument.Text(
                    shell,
                    file,
                    "give the path of a file with the text after --text-file, or - for standard input"
                )
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
            : throw new GalleyException("The text is empty. Leave --text out to begin with a starter text.");
    }
}
