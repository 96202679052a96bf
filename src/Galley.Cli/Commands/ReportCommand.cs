using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Ledger;
using Galley.Rendering.Preview;
using Galley.Rendering.Reports;
using Galley.Reporting;
using NodaTime;

namespace Galley.Cli.Commands;

/// <summary><c>galley report</c>: the results of what was published, from the figures that `refresh` kept. Does not use the API.</summary>
internal static class ReportCommand
{
    private static readonly Option<string> Out = new("--out")
    {
        HelpName = "DIR",
        DefaultValueFactory = _ => "report",
        Description =
            "The folder for report.md, posts.csv, lead-magnets.csv and the pages. The first page is index.html.",
    };
    private static readonly Option<string?> Pdf = new("--pdf")
    {
        HelpName = "FILE|DIR",
        Description =
            "Also print the first page (with --client: that client's report) to a PDF, or each client's page to a PDF in a "
            + "folder, with the Chromium, Chrome or Edge of this machine.",
    };
    private static readonly Option<string?> From = new("--from")
    {
        HelpName = "DAY",
        Description = "The first day, such as 2026-10-05, or a month such as 2026-10. Default: 30 days up to --to.",
    };
    private static readonly Option<string?> To = new("--to")
    {
        HelpName = "DAY",
        Description = "The last day, or a month, which counts to its end. Default: today.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "report",
            "Write the engagement of each post and the funnel of each lead magnet, compared with the days before."
        )
        {
            Out,
            Pdf,
            From,
            To,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var folder = Path.GetFullPath(parsed.GetRequiredValue(Out), shell.Directory);
        var pdf = parsed.GetValue(Pdf) is { } name ? Target(shell, name) : null;
        var browser = pdf is null ? null : BrowserFinder.Find(shell.Environment);
        var span = ReportSpan.Parse(parsed.GetValue(From), parsed.GetValue(To), Today(workspace));
        var report = await Read(workspace, span, shell.Error.WriteLine, shell.Stop);
        var agency = workspace.Repository.Settings.Agency;
        var options = new ReportOptions
        {
            Agency = agency,
            Logo = Picture.Logo(workspace.Repository.Root, agency),
            Open = media => MediaBytes.Open(workspace.Repository.Root, media),
        };
        PreviewFolder.Write(
            ReportSite.Render(report, options),
            folder,
            workspace.Repository.Root,
            ReportSite.FolderKind
        );
        if (pdf is not null && browser is not null)
        {
            foreach (var (page, file) in Pages(report, pdf))
            {
                await PdfPrinter.Print(browser, Path.Combine(folder, page), file, shell.Stop);
            }
        }

        new ResultPrinter(shell, common).Print(
            to => to.Write(ReportJson.Write(report)),
            _ => Text(shell, report, pdf ?? Path.Combine(folder, ReportSite.FirstPage))
        );
        return (int)ExitCode.Fine;
    }

    /// <summary>A folder that is there, or one of which only the last part is to be made; otherwise a file.</summary>
    private static string Target(Shell shell, string name)
    {
        var path = Path.GetFullPath(name, shell.Directory);
        return Directory.Exists(path) ? path
            : Path.EndsInDirectorySeparator(name) ? Directory.CreateDirectory(path).FullName
            : FileArgument.ToWrite(shell, name, "--pdf", "report.pdf");
    }

    private static IEnumerable<(string Page, string File)> Pages(Report report, string target) =>
        Directory.Exists(target)
            ? report.Clients.Select(client =>
                (ReportSite.PageOf(report, client), Path.Combine(target, $"{client.Slug}.pdf"))
            )
            : [(ReportSite.FirstPage, target)];

    /// <summary>In the time zone of most clients.</summary>
    private static LocalDate Today(Workspace workspace)
    {
        var zone = workspace
            .Clients()
            .GroupBy(client => client.Zone)
            .OrderByDescending(zone => zone.Count())
            .FirstOrDefault()
            ?.Key;
        return workspace.Now.InZone(zone ?? DateTimeZone.Utc).Date;
    }

    private static async Task<Report> Read(
        Workspace workspace,
        ReportSpan span,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        await using var ledger = await LedgerFactory.Open(
            workspace.LedgerUri,
            workspace.Repository.Root,
            workspace.LedgerOptions(),
            cancellationToken
        );
        var clients = new List<ClientReport>();
        foreach (var content in workspace.Slugs.Select(workspace.Repository.Read))
        {
            if (content.Client is not { Account.Id: var account })
            {
                continue;
            }

            try
            {
                clients.Add(
                    Reporter.Report(
                        content,
                        await ledger.Read(account, cancellationToken),
                        await ledger.Metrics(account, cancellationToken),
                        span,
                        workspace.Now,
                        await ledger.ReadLive(account, cancellationToken)
                    )
                );
            }
            catch (LedgerDamagedException damage)
            {
                say($"galley: {content.Slug} is not in the report. {damage.Message}");
            }
        }

        return new Report(workspace.Now, span, [.. clients]);
    }

    private static void Text(Shell shell, Report report, string file)
    {
        foreach (var client in report.Clients.Where(client => client.Readings is null))
        {
            shell.Error.WriteLine(
                $"{client.Slug} has no figures for these days. `galley refresh` reads and keeps figures."
            );
        }

        var (posts, magnets) = (
            report.Clients.Sum(client => client.Posts.Length),
            report.Clients.Sum(client => client.LeadMagnets.Length)
        );
        shell.Out.WriteLine(
            $"{LocalTimes.Iso(report.Span.From)} to {LocalTimes.Iso(report.Span.To)}: figures of "
                + $"{Plural.Format(posts, "post")} and {Plural.Format(magnets, "lead magnet")}. Open {file}"
        );
        foreach (var client in report.Clients)
        {
            if (TypicalPost.From(client).Slot is { } slot)
            {
                shell.Out.WriteLine(
                    $"{client.Slug}, best time so far, for client.yaml: {TypicalPostWording.Line(slot)}"
                );
            }
        }
    }
}
