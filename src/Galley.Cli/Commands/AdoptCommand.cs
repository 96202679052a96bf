using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Running;
using Galley.Resolutions;

namespace Galley.Cli.Commands;

/// <summary><c>galley adopt</c>: links files to objects that were made elsewhere, one or a CSV file of them.</summary>
internal static class AdoptCommand
{
    private static readonly Argument<string[]> Words = new("KIND CLIENT/KEY ID")
    {
        Description = "post or lead-magnet, then the client's folder and the key, then the id in LeadPanther.",
        Arity = new ArgumentArity(0, 3),
    };
    private static readonly Option<string?> From = new("--from")
    {
        HelpName = "FILE.csv",
        Description = "Adopt every row of this CSV file. Its columns are kind, client, key and id.",
    };
    private static readonly Option<bool> Force = new("--force")
    {
        Description = "Take an id even if LeadPanther does not know it.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "adopt",
            "Link a file to an object that was made elsewhere. Galley assumes that LeadPanther holds what the file says now."
        )
        {
            Words,
            From,
            Force,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var words = parsed.GetValue(Words) ?? [];
        var force = parsed.GetValue(Force);
        if (parsed.GetValue(From) is not { } file)
        {
            return await ResolutionCommands.Run(
                shell,
                common,
                ResolutionParser.Parse(["adopt", .. words, .. force ? ["--force"] : Array.Empty<string>()])
            );
        }

        if (words.Length > 0)
        {
            throw new GalleyException(
                $"Use either {ResolutionParser.Forms["adopt"]} or adopt --from {file}, not both."
            );
        }

        return await Sheet(
            shell,
            common,
            AdoptionCsv.Read(
                FileArgument.Text(shell, file, "give --from a CSV file with the columns kind, client, key and id"),
                file,
                force
            ),
            file
        );
    }

    private static async Task<int> Sheet(
        Shell shell,
        CommonOptions common,
        IReadOnlyList<AdoptionRow> rows,
        string file
    )
    {
        var said = rows.Where(row => row.Resolution is not null).ToList();
        await using var session = await ResolutionSession.Open(shell, common);
        var answers = await session.Resolver.Resolve([.. said.Select(row => row.Resolution!)], shell.Stop);
        var leftOut = rows.Where(row => row.Resolution is null)
            .Select(row => (row.Line, Why: row.Why!))
            .Concat(
                said.Zip(answers)
                    .Where(pair => pair.Second is ResolutionResult.Rejected)
                    .Select(pair => (pair.First.Line, Why: pair.Second.Sentence))
            )
            .OrderBy(row => row.Line)
            .ToList();
        Report(shell, common, file, answers.OfType<ResolutionResult.Accepted>().ToList(), leftOut);
        return (int)(leftOut.Count == 0 ? ExitCode.Fine : ExitCode.Error);
    }

    private static void Report(
        Shell shell,
        CommonOptions common,
        string file,
        List<ResolutionResult.Accepted> adopted,
        List<(long Line, string Why)> leftOut
    )
    {
        var rows = new AdoptedRows(adopted.Count, [.. leftOut.Select(row => new AdoptedRows.Row(row.Line, row.Why))]);
        new ResultPrinter(shell, common).Print(rows, CommandJson.Default.AdoptedRows, text =>
        {
            foreach (var answer in common.IsQuiet ? [] : adopted)
            {
                text.WriteLine(answer.Sentence);
            }

            foreach (var (line, why) in leftOut)
            {
                shell.Error.WriteLine($"{file}:{line} was not adopted: {why}");
            }

            text.WriteLine($"Adopted {adopted.Count:N0} of {adopted.Count + leftOut.Count:N0} rows.");
        });
    }
}
