using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Galley.Authoring.Scheduling;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using NodaTime;
using NodaTime.Text;

namespace Galley.Cli.Commands;

/// <summary><c>galley reschedule</c>: moves all that a client has still to come.</summary>
internal static partial class RescheduleCommand
{
    private static readonly Option<string?> From = new("--from")
    {
        HelpName = "DAY",
        Description = "Only posts from this day on, such as 2026-06-15. Default: all that are still to come.",
    };
    private static readonly Option<string?> By = new("--by")
    {
        HelpName = "TIME",
        Description = "How far to move each post: 1d, 2w, 3h or 45m; --by=-1d moves it back.",
    };
    private static readonly Option<bool> ToSlots = new("--to-slots")
    {
        Description = "Put the posts, in their order, into the free slots of client.yaml.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "reschedule",
            "Move the posts of one client that are still to come. Shows the times, then writes them into the files."
        )
        {
            From,
            By,
            ToSlots,
            TimeWriter.Yes,
            TimeWriter.DryRun,
        };
        command.SetAction(parsed => (int)Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static ExitCode Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var (content, client) = ClientArgument.Read(workspace, common, new Prompt(shell, common));
        var rescheduling = new Rescheduling(
            content,
            client,
            workspace.Repository.Settings.Limits,
            workspace.Now,
            parsed.GetValue(From) is { } day ? DayOf(day) : null
        );
        var changes = (parsed.GetValue(By), parsed.GetValue(ToSlots)) switch
        {
            ({ } by, false) => rescheduling.By(PeriodOf(by)),
            (null, true) => rescheduling.ToSlots(),
            _ => throw new GalleyException("Choose --by, such as --by 1d, or --to-slots."),
        };
        return new TimeWriter(shell, common, workspace).Write(
            parsed,
            [.. changes.Select(change => (client, change))],
            $"{client.Name} has no post to move."
        );
    }

    private static LocalDate DayOf(string text) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day)
            ? day
            : throw new GalleyException($"--from is \"{text}\", which is not a day. Write it like 2026-06-15.");

    private static Period PeriodOf(string text)
    {
        var match = Shift().Match(text);
        if (!match.Success)
        {
            throw new GalleyException($"--by is \"{text}\". Write a number with w, d, h or m, such as 1d or 3h.");
        }

        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "w" => Period.FromDays(number * 7),
            "d" => Period.FromDays(number),
            "h" => Period.FromMinutes(number * 60L),
            _ => Period.FromMinutes(number),
        };
    }

    [GeneratedRegex(@"^(?<number>-?[0-9]{1,4})(?<unit>[wdhm])\z")]
    private static partial Regex Shift();
}
