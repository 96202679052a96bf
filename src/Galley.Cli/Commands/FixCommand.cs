using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Running;
using Galley.Rendering.Text;

namespace Galley.Cli.Commands;

/// <summary><c>galley fix</c>: writes the corrections that are certain. It never changes words.</summary>
internal static class FixCommand
{
    private static readonly Option<bool> Check = new("--check")
    {
        Description = "Show the corrections and write nothing. Exit 3 when there are any.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "fix",
            "Correct the typing mistakes that are certain, and show each line before and after. Never changes words."
        )
        {
            Check,
        };
        command.SetAction((parsed, _) => Run(shell, parsed.GetValue(Check), CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, bool isCheck, CommonOptions common)
    {
        var result = await new ContentFixer(shell, common).Run(write: !isCheck);
        new ResultPrinter(shell, common).Print(
            new FixedFiles(!isCheck, [.. result.Files.Keys], result.Left),
            CommandJson.Default.FixedFiles,
            text => Write(text, result, isCheck, common.HasColor ? Palette.Coloured : Palette.Plain)
        );
        return (int)(isCheck && !result.Files.IsEmpty ? ExitCode.ContentInvalid : ExitCode.Fine);
    }

    private static void Write(TextWriter text, ContentFixer.Result result, bool isCheck, Palette palette)
    {
        foreach (var (path, (before, after)) in result.Files)
        {
            text.WriteLine(LineDiff.Write(path, before, after, palette));
        }

        var files = Plural.Format(result.Files.Count, "file");
        text.WriteLine(
            result.Files.IsEmpty ? "Nothing to correct."
            : isCheck ? $"{files} to correct. Run `galley fix` to write {(result.Files.Count == 1 ? "it" : "them")}."
            : $"Corrected {files}."
        );
        if (result.Left > 0)
        {
            text.WriteLine(
                $"{Plural.Format(result.Left, "problem")} left for you. Run `galley validate` to see {(result.Left == 1 ? "it" : "them")}."
            );
        }
    }
}
