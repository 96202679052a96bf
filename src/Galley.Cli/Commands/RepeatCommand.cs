using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Galley.Authoring;
using Galley.Authoring.Copying;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Cli.Commands;

/// <summary><c>galley repeat KEY</c>: real files with real times, which a pull request shows like any others.</summary>
internal static partial class RepeatCommand
{
    private const int MostTimes = 100;

    private static readonly Argument<string> Key = new("KEY")
    {
        Description = "The post to repeat, by its file name without the ending.",
    };
    private static readonly Option<string> Every = new("--every")
    {
        HelpName = "TIME",
        Required = true,
        Description = "How long after each other: 8w or 30d.",
    };
    private static readonly Option<int?> Times = NumberOption.Create("--times", "How many. Default: 1.", 1, MostTimes);
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only show what would be written." };

    public static Command Create(Shell shell)
    {
        var command = new Command("repeat", "Write copies of a post's file, each some weeks later.")
        {
            Key,
            Every,
            Times,
            DryRun,
        };
        command.SetAction(parsed => (int)Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static ExitCode Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var (content, client) = ClientArgument.Read(workspace, common, new Prompt(shell, common));
        var key = parsed.GetValue(Key)!;
        var post = content.Posts.FirstOrDefault(post => post.Key == key)
            ?? throw new GalleyException(
                $"{client.Name} has no post \"{key}\" that can be read. "
                    + $"{Suggestion.DidYouMean(key, content.Posts.Select(post => post.Key))}"
                    + "`galley validate` says what is wrong with a file."
            );
        var limits = workspace.Repository.Settings.Limits;
        var repeats = new Repeating(
            content,
            client,
            workspace.Now + limits.MinLeadTime,
            DaysOf(parsed.GetValue(Every)!)
        )
            .Of(
                post,
                File.ReadAllText(Path.Combine(workspace.Repository.Root, post.SourceMap.Path)),
                parsed.GetValue(Times) ?? 1
            )
            .ToList();
        var isDry = parsed.GetValue(DryRun);
        var files = new NewFileWriter(shell, common, workspace.Repository.Root)
        {
            Complete = json => json with { WouldWrite = isDry ? [.. repeats.Select(of => of.File.Path)] : null },
        };
        foreach (var (_, file) in isDry ? [] : repeats)
        {
            files.Write(file);
        }

        return files.Finish(
            client.Slug,
            workspace.Now,
            repeats.Select(of => Said(of.File, of.At, client.Zone)).Append(isDry ? "Nothing was written." : Next)
        );
    }

    private const string Next = "Next: run `galley validate`, then commit and open a pull request.";

    private static string Said(NewFile file, Instant at, DateTimeZone zone) =>
        $"{Path.GetFileNameWithoutExtension(file.Path)}: {LocalTimeText.ForPeople(at, zone)}";

    private static int DaysOf(string text)
    {
        var match = Interval().Match(text);
        return match.Success
            ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
                * (match.Groups["unit"].Value == "w" ? 7 : 1)
            : throw new GalleyException($"--every is \"{text}\". Write a number with w or d, such as 8w or 30d.");
    }

    [GeneratedRegex(@"^(?<number>[1-9][0-9]{0,2})(?<unit>[wd])\z")]
    private static partial Regex Interval();
}
