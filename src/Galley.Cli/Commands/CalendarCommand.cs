using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Workspaces;
using Galley.Planning;
using Galley.Rendering.Calendar;
using Galley.Rules;

namespace Galley.Cli.Commands;

/// <summary><c>galley calendar</c>: the posts, for the calendar program that people use.</summary>
internal static class CalendarCommand
{
    private static readonly Option<string> Out = new("--out")
    {
        HelpName = "FILE",
        DefaultValueFactory = _ => "posts.ics",
        Description = "The iCalendar file.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command("calendar", "Write the posts of all clients, or of --client, as an iCalendar file.")
        {
            Out,
            PostFilterOptions.Label,
            PostFilterOptions.Campaign,
        };
        command.SetAction(
            (parsed, _) =>
                Run(shell, parsed.GetValue(Out)!, PostFilterOptions.Read(parsed), CommonOptions.Read(parsed, shell))
        );
        return command;
    }

    private static async Task<int> Run(Shell shell, string file, PostFilter filter, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var path = FileArgument.ToWrite(shell, file, "--out", "posts.ics");
        await using var ledger = await workspace.TryOpenLedger(workspace.LedgerOptions());
        var planned = filter.Of(
            await workspace.Planner(ledger, ValidationPurpose.Plan).Plan(workspace.Slugs, shell.Stop)
        );
        await File.WriteAllTextAsync(path, IcsCalendar.Write(planned), shell.Stop);
        var posts = planned.Clients.Sum(client => client.Content.Posts.Count(post => post.ScheduledAt is not null));
        new ResultPrinter(shell, common).Print(new CalendarFile(file, posts), CommandJson.Default.CalendarFile, text =>
            text.WriteLine($"{Plural.Format(posts, "post")} in {file}")
        );
        return (int)ExitCode.Fine;
    }
}
