using System.CommandLine;
using Galley.Api;
using Galley.Cli.Hosting;
using Galley.Cli.Running;
using Galley.Reporting.Exports;

namespace Galley.Cli.Commands;

/// <summary>
/// <c>galley activity</c>: how many comments and messages, and of what kind; their text goes only into a file (§ List
/// Activity).
/// </summary>
internal static class ActivityCommand
{
    private static readonly Option<string?> Source = new("--source")
    {
        HelpName = "SOURCE",
        Description = "Only from this source, such as comments.",
    };
    private static readonly Option<string?> Status = new("--status")
    {
        HelpName = "STATUS",
        Description = "Only with this status, such as new.",
    };
    private static readonly Option<string?> Keyword = new("--keyword")
    {
        HelpName = "WORD",
        Description = "Only with this keyword.",
    };
    private static readonly ExportOptions People = new("activity");

    public static Command Create(Shell shell) =>
        People.Command(
            "Count each client's comments and messages. --out writes their text to a private file.",
            [Source, Status, Keyword],
            shell,
            (parsed, common) =>
                new ExportReader<Activity>(shell, common)
                {
                    Noun = ("activity", "activities"),
                    Questions = ActivityExport.Questions,
                    Columns = ActivityExport.Columns,
                    Rows = (api, account) => api.Activity(account, FilterOf(parsed), shell.Stop),
                }
        );

    private static ActivityFilter FilterOf(ParseResult parsed) =>
        new(
            parsed.GetValue(Source),
            parsed.GetValue(Status),
            parsed.GetValue(Keyword),
            People.SearchOf(parsed),
            People.OffsetOf(parsed),
            People.LimitOf(parsed)
        );
}
