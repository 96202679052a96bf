using System.CommandLine;
using Galley.Api;
using Galley.Cli.Hosting;
using Galley.Cli.Running;
using Galley.Reporting.Exports;

namespace Galley.Cli.Commands;

/// <summary><c>galley leads</c>: how many leads, and of what kind; who they are goes only into a file (§ List Leads).</summary>
internal static class LeadsCommand
{
    private static readonly Option<string?> Keyword = new("--keyword")
    {
        HelpName = "WORD",
        Description = "Only people who wrote this keyword.",
    };
    private static readonly Option<string?> Source = new("--source")
    {
        HelpName = "SOURCE",
        Description = "Only from this source: comments, dms or intent.",
    };
    private static readonly Option<bool?> HasEmail = new("--has-email")
    {
        HelpName = "true|false",
        Description = "Only with an email address. With false: only without.",
    };
    private static readonly Option<bool?> HasIntent = new("--has-intent")
    {
        HelpName = "true|false",
        Description = "Only with intent. With false: only without.",
    };
    private static readonly Option<string?> Qualification = new("--qualification")
    {
        HelpName = "STATUS",
        Description = "Only with this status, such as qualified.",
    };
    private static readonly ExportOptions People = new("leads");

    public static Command Create(Shell shell) =>
        People.Command(
            "Count each client's leads. --out writes who they are to a private file.",
            [Keyword, Source, HasEmail, HasIntent, Qualification],
            shell,
            (parsed, common) =>
                new ExportReader<Lead>(shell, common)
                {
                    Noun = ("lead", "leads"),
                    Questions = LeadExport.Questions,
                    Columns = LeadExport.Columns,
                    Rows = (api, account) => api.Leads(account, FilterOf(parsed), shell.Stop),
                }
        );

    private static LeadFilter FilterOf(ParseResult parsed) =>
        new(
            parsed.GetValue(Keyword),
            parsed.GetValue(Source),
            parsed.GetValue(HasEmail),
            parsed.GetValue(HasIntent),
            parsed.GetValue(Qualification),
            People.SearchOf(parsed),
            People.OffsetOf(parsed),
            People.LimitOf(parsed)
        );
}
