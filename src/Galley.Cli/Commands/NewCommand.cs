using System.CommandLine;

namespace Galley.Cli.Commands;

/// <summary><c>galley new post|lead-magnet|client</c>: files that validate as they stand.</summary>
internal static class NewCommand
{
    public static readonly Option<string?> Key = new("--key") { HelpName = "KEY", Description = "The file's name without its ending. Default: made from the date and the first words." };
    public static readonly Option<bool> Yaml = new("--yaml") { Description = "Write a .yaml file instead of a .md file." };

    private static readonly Option<string?> Text = new("--text") { HelpName = "TEXT", Description = "The text itself. Default: a starter text, which is never published." };
    private static readonly Option<string?> TextFile = new("--text-file") { HelpName = "FILE", Description = "A file with the text, or - for standard input." };

    public static Command Create(Shell shell)
    {
        var command = new Command("new", "Make a post, a lead magnet or a client. On a terminal it asks for what the options don't say.");
        command.Subcommands.Add(NewPostCommand.Create(shell));
        command.Subcommands.Add(NewLeadMagnetCommand.Create(shell));
        command.Subcommands.Add(NewClientCommand.Create(shell));
        return command;
    }

    /// <summary>The options that posts and lead magnets share.</summary>
    public static void AddShared(Command command)
    {
        foreach (var option in new Option[] { Key, Text, TextFile, Yaml }) command.Options.Add(option);
    }

    /// <summary>The author's own text, as a file will hold it; null for none.</summary>
    public static string? TextOf(ParseResult parsed, Shell shell)
    {
        var typed = parsed.GetValue(Text);
        if (parsed.GetValue(TextFile) is not { } file) return Authored(typed);
        if (typed is not null) throw new GalleyException("Give the text by --text or by --text-file, not both.");
        return Authored(file == "-" ? shell.In.ReadToEnd() : NamedFile.Text(shell, file, "give --text-file a file with the text, or - for standard input"));
    }

    private static string? Authored(string? text)
    {
        if (text is null) return null;
        var lines = text.ReplaceLineEndings("\n").Split('\n').AsEnumerable();
        var body = string.Join('\n', lines.SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse());
        return body.Length > 0 ? body : throw new GalleyException("The text is empty: leave --text out to begin with a starter text.");
    }
}
