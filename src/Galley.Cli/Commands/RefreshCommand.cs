using System.CommandLine;
using Galley.Cli.GitHub;
using Galley.Cli.Hosting;
using Galley.Cli.Notifying;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using Galley.Ledger;
using Galley.Live;
using Galley.Planning;
using Galley.Rendering.Json;
using Galley.Rendering.Notices;
using Galley.Rendering.Text;
using Galley.Rules;

namespace Galley.Cli.Commands;

/// <summary><c>galley refresh</c>: reads what LeadPanther holds. Sends nothing; records what it saw and the figures.</summary>
internal static class RefreshCommand
{
    private static readonly Option<bool> GitHub = GitHubOutput.Option(
        "Also update the galley issue, with a comment for each new problem, and write the job summary."
    );

    public static Command Create(Shell shell)
    {
        var command = new Command("refresh", "Read what LeadPanther holds, and keep its figures for the report.")
        {
            GitHub,
            ShardOption.Option,
        };
        command.SetAction(
            (parsed, _) =>
            {
                var common = CommonOptions.Read(parsed, shell);
                var notifier = new Notifier(shell, common.Clock);
                return notifier.Around("refresh", () => Run(shell, parsed, common, notifier));
            }
        );
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common, Notifier notifier)
    {
        var workspace = Workspace.Open(shell, common, ShardOption.Read(parsed));
        notifier.Use(workspace.Repository.Settings);
        using var github = GitHubOutput.OpenIf(parsed.GetValue(GitHub), shell, common, workspace);
        using var api = new ApiClients(shell, common.Clock, workspace.Repository.Slugs);
        // What the lists deny after a while counts as not sent.
        await api.RefuseClockThatIsOff(common.ClockCheck, shell.Stop);
        await using var ledger = await LedgerFactory.Open(
            workspace.LedgerUri,
            workspace.Repository.Root,
            workspace.LedgerOptions(forApply: true) with
            {
                Commit = await workspace.Commit(),
            },
            shell.Stop
        );
        var report = await new Refresher(
            ledger,
            LiveStateLoader.Reader(shell, common, api, ledger),
            workspace.Now
        ).Refresh(workspace.Clients(), shell.Stop);
        var planned = await workspace
            .Planner(ledger, ValidationPurpose.Plan, live: report)
            .Plan(workspace.Slugs, shell.Stop);

        new ResultPrinter(shell, common).Print(
            to => to.Write(RefreshJson.Write(planned.Plan, report)),
            text => text.Write(RefreshText.Write(planned.Plan, report))
        );
        foreach (var failure in report.Failures.Concat(report.Warnings))
        {
            shell.Error.WriteLine($"galley: {failure}");
        }

        if (!report.Failures.IsEmpty)
        {
            await notifier.Tell(NoticesOf.Failure("refresh", string.Join(' ', report.Failures)));
        }

        if (github is not null)
        {
            await github.Report(planned, report, ledger);
        }
        else
        {
            await notifier.Tell(NoticesOf.Problems(planned.Plan));
        }

        return (int)ExitCodeOf(planned.Plan, report);
    }

    private static ExitCode ExitCodeOf(Plan plan, LiveReport report) =>
        ExitCodePriority.Highest(
            plan.Actions.Select(pair => ActionTable.NeedOf(pair.Action))
                .Append(report.Failures.IsEmpty ? ExitCode.Fine : ExitCode.Error)
        );
}
