using System.CommandLine;
using Galley.Cli.GitHub;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Ledger;
using Galley.Live;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Rendering.Json;
using Galley.Rendering.Text;
using Galley.Rules;

namespace Galley.Cli.Commands;

/// <summary><c>galley plan</c>: what an apply would do. It changes nothing and needs no API key.</summary>
internal static class PlanCommand
{
    private static readonly Option<bool> DetailedExitCode = new("--detailed-exitcode")
    {
        Description = "Exit with 2 when an apply would send something, and with 4 when a person is needed.",
    };
    private static readonly Option<bool> Refresh = new("--refresh")
    {
        Description = "Also read what LeadPanther holds, and check that it would accept the plan. Needs an API key.",
    };
    private static readonly Option<string?> Base = new("--base")
    {
        HelpName = "REV",
        Description = "Also show what changed since this commit. Its problems in unchanged files do not fail the run.",
    };
    private static readonly Option<string?> Out = new("--out")
    {
        HelpName = "FILE",
        Description = "Also save the plan, for `galley apply --plan FILE`.",
    };
    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "List each post and lead magnet, and each note, however many there are.",
    };
    private static readonly Option<bool> GitHub = GitHubOutput.Option(
        "Also report on the pull request: comment, status, annotations and job summary."
    );

    public static Command Create(Shell shell)
    {
        var command = new Command("plan", "Show what an apply would do, without doing it.")
        {
            DetailedExitCode,
            Refresh,
            Base,
            Out,
            Verbose,
            GitHub,
            GitHubOutput.ReportTo,
            ShardOption.Option,
            PostFilterOptions.Label,
            PostFilterOptions.Campaign,
        };
        command.SetAction((parsed, _) => RunOrReport(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static Task<int> RunOrReport(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var reportTo = ReportFile(shell, parsed);
        return parsed.GetValue(GitHub) && ShardOption.Read(parsed) is null
            ? FailureReport.AroundPlan(shell, common, reportTo, failure =>
                Run(shell, parsed, common, reportTo, failure)
            )
            : Run(shell, parsed, common, reportTo, failure: null);
    }

    private static string? ReportFile(Shell shell, ParseResult parsed) =>
        parsed.GetValue(GitHubOutput.ReportTo) switch
        {
            null => null,
            _ when !parsed.GetValue(GitHub) || ShardOption.Read(parsed) is not null => throw new GalleyException(
                "--report-to needs --github, and does not go with --shard: `galley comment --plan` makes one report of all shards."
            ),
            { } file => FileArgument.ToWrite(shell, file, "--report-to", "report.json"),
        };

    private static async Task<int> Run(
        Shell shell,
        ParseResult parsed,
        CommonOptions common,
        string? reportTo,
        FailureReport? failure
    )
    {
        var workspace = Workspace.Open(shell, common, ShardOption.Read(parsed));
        var filter = Filter(parsed);
        var saved = parsed.GetValue(Out) is { } file ? FileArgument.ToWrite(shell, file, "--out", "plan.json") : null;
        using var github = GitHubOutput.OpenIf(parsed.GetValue(GitHub), shell, common, workspace);
        await using var ledger = await workspace.TryOpenLedger(workspace.LedgerOptions());
        using var @base = await OpenBase(shell, parsed, workspace, github);
        var isAlone = github is null && @base is null && !parsed.GetValue(Refresh);
        var planned = isAlone
            ? new PlannedRepository(await Outline(shell, workspace, ledger, IsForReading(common, saved, filter)), [])
            : await Planned(shell, common, workspace, ledger, parsed.GetValue(Refresh), @base);
        if (saved is not null)
        {
            await using var to = new StreamWriter(saved);
            PlanJson.Write(to, planned.Plan);
        }

        var shown = filter.Of(planned.Plan);
        var isWhole = parsed.GetValue(Verbose);
        new DiagnosticPrinter(shell, common, workspace).Write(shown.Diagnostics, isWhole);
        Show(shell, common, shown, isWhole);
        SayHidden(shell, planned.Plan, shown);
        if (github is not null && failure is not null)
        {
            failure.IsReported = true;
            await github.Report(
                planned.Plan,
                ObjectTexts.For(planned.Clients, workspace.Repository),
                @base,
                PlanExitCode.For(planned.Plan, detailed: true),
                reportTo
            );
        }

        return (int)PlanExitCode.For(planned.Plan, parsed.GetValue(DetailedExitCode));
    }

    /// <summary>Only for looking: what is saved or reported is what an apply would do, whole.</summary>
    private static PostFilter Filter(ParseResult parsed)
    {
        var filter = PostFilterOptions.Read(parsed);
        return filter.IsEmpty || (parsed.GetValue(Out) is null && !parsed.GetValue(GitHub))
            ? filter
            : throw new GalleyException(
                "--label and --campaign only choose what the plan shows here. Leave them out with --out and --github."
            );
    }

    private static void SayHidden(Shell shell, Plan whole, Plan shown)
    {
        if (whole.Actions.Count() - shown.Actions.Count() is > 0 and var hidden)
        {
            var rest = Plural.Format(hidden, "other post or lead magnet is", "other posts and lead magnets are");
            shell.Error.WriteLine(
                $"{rest} not shown. An apply does not filter: `galley plan` shows all that it would do."
            );
        }
    }

    /// <summary>A person reads no line of what is as it should be; a program and a filter want all.</summary>
    private static bool IsForReading(CommonOptions common, string? saved, PostFilter filter) =>
        common.Format == OutputFormat.Text && saved is null && filter.IsEmpty;

    /// <summary>For when only the plan itself is needed.</summary>
    private static async Task<Plan> Outline(Shell shell, Workspace workspace, ILedger? ledger, bool inShort) =>
        await workspace.Planner(ledger, ValidationPurpose.Plan).Outline(workspace.Slugs, inShort, shell.Stop) with
        {
            Shard = workspace.Shard,
        };

    private static void Show(Shell shell, CommonOptions common, Plan plan, bool isWhole)
    {
        new ResultPrinter(shell, common).Print(
            to => PlanJson.Write(to, plan),
            text =>
            {
                if (common.HasScreen)
                {
                    var summary = isWhole ? null : PlanSummary.Of(plan);
                    new PlanTable(Consoles.Create(text, shell, common), plan.Now).Write(plan, summary);
                }
                else
                {
                    text.Write(isWhole ? PlanText.Write(plan) : PlanText.WritePage(plan));
                }
            }
        );
    }

    private static async Task<BaseContent?> OpenBase(
        Shell shell,
        ParseResult parsed,
        Workspace workspace,
        GitHubOutput? github
    )
    {
        if (parsed.GetValue(Base) is { } revision)
        {
            return await BaseContent.Open(workspace.Repository.Root, revision, shell.Stop);
        }

        return github is null ? null : await PullRequests.OpenBase(shell, workspace, github.Run);
    }

    private static async Task<PlannedRepository> Planned(
        Shell shell,
        CommonOptions common,
        Workspace workspace,
        ILedger? ledger,
        bool refresh,
        BaseContent? @base
    )
    {
        var judgeBase = @base is null ? null : ExistingProblemsReader.Read(@base, workspace.Now);
        var planned = refresh
            ? await Refreshed(shell, common, workspace, ledger, judgeBase)
            : await workspace
                .Planner(ledger, ValidationPurpose.Plan, @base: judgeBase)
                .Plan(workspace.Slugs, shell.Stop);
        var ofShard = planned with { Plan = planned.Plan with { Shard = workspace.Shard } };
        return @base is null ? ofShard : BaseComparison.Mark(ofShard, @base);
    }

    private static async Task<PlannedRepository> Refreshed(
        Shell shell,
        CommonOptions common,
        Workspace workspace,
        ILedger? ledger,
        ExistingProblems? @base
    )
    {
        using var api = new ApiClients(shell, common.Clock, workspace.Repository.Slugs);
        var live = ledger is null ? null : await LiveStateLoader.Load(shell, common, api, ledger, workspace);
        var planned = await workspace
            .Planner(ledger, ValidationPurpose.Plan, live: live, @base: @base)
            .Plan(workspace.Slugs, shell.Stop);
        return await PlanCheck.Checked(planned, api.For, shell.Stop);
    }
}
