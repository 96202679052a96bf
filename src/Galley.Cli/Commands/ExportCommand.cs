using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Workspaces;
using Galley.Rendering.Csv;

namespace Galley.Cli.Commands;

/// <summary><c>galley export --csv FILE</c>: the posts as a spreadsheet, for people who plan in one.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Csv = new("--csv")
    {
        HelpName = "FILE",
        Required = true,
        Description = "The CSV file, such as posts.csv.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command("export", "Write the posts of all clients, or of --client, as a spreadsheet.")
        {
            Csv,
            PostFilterOptions.Label,
            PostFilterOptions.Campaign,
        };
        command.SetAction(parsed => (int)Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static ExitCode Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var name = parsed.GetValue(Csv)!;
        var path = FileArgument.ToWrite(shell, name, "--csv", "posts.csv");
        var filter = PostFilterOptions.Read(parsed);
        var count = 0;
        using (var writer = new StreamWriter(path, append: false, new System.Text.UTF8Encoding(true)))
        using (var table = new CsvTable<PostRow>(writer, PostRow.Columns))
        {
            foreach (var row in workspace.Slugs.Select(workspace.Repository.Read).SelectMany(PostRow.Of))
            {
                if (filter.Keeps(row.Post))
                {
                    table.Add(row);
                    count++;
                }
            }
        }

        new ResultPrinter(shell, common).Print(new CalendarFile(name, count), CommandJson.Default.CalendarFile, text =>
            text.WriteLine($"{Plural.Format(count, "post")} in {name}")
        );
        return ExitCode.Fine;
    }
}
