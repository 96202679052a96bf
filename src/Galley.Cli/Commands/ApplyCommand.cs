using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.ExceptionServices;
using Galley.Applying;
using Galley.Applying.Results;
using Galley.Cli.GitHub;
using Galley.Cli.Hosting;
using Galley.Cli.Notifying;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Progress;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Rendering.Json;
using Galley.Rendering.Notices;
using Galley.Rules;

namespace Galley.Cli.Commands;

/// <summary><c>galley apply</c>: brings LeadPanther and the ledger to what the content says.</summary>
internal static class ApplyCommand
{
    private static readonly Option<int?> Concurrency = NumberOption.Create(
        "--concurrency",
        "How many requests to send at the same time. Default: 4.",
        1,
        64
    );
    private static readonly Option<int?> AllowCreates = NumberOption.Create(
        "--allow-creates",
        "Create up to N objects in this run, whatever limits.max_creates says.",
        from: 0
    );

    private static readonly Option<int?> AllowUpdates = NumberOption.Create(
        "--allow-updates",
        "Change up to N objects in this run, whatever limits.max_updates says.",
        from: 0
    );

    private static readonly Option<int?> AllowDeletes = NumberOption.Create(
        "--allow-deletes",
        "Delete and archive up to N objects in this run, whatever limits.max_deletes says.",
        from: 0
    );
    private static readonly Option<bool> AllowOlderCommit = new("--allow-older-commit")
    {
        Description = "Apply this commit even if a newer one was applied already, or its branch has moved on.",
    };
    private static readonly Option<string?> SavedPlanFile = new("--plan")
    {
        HelpName = "FILE",
        Description = "Send only what is in this plan, which `galley plan --out` saved.",
    };
    private static readonly Option<bool> Refresh = new("--refresh")
    {
        Description = "First read what LeadPanther holds. --github implies it.",
    };
    private static readonly Option<string?> Out = new("--out")
    {
        HelpName = "FILE",
        Description = "Also save the result as JSON.",
    };
    private static readonly Option<bool> GitHub = GitHubOutput.Option(
        "Also report on the merged pull request (comment, status, job summary), and update the galley issue."
    );

    public static Command Create(Shell shell)
    {
        var command = new Command("apply", "Publish what the plan shows, once and only once.")
        {
            Concurrency,
            AllowCreates,
            SavedPlanFile,
            AllowUpdates,
            AllowDeletes,
            AllowOlderCommit,
            Refresh,
            Out,
            GitHub,
            ShardOption.Option,
        };
        command.SetAction((parsed, _) => RunOrReport(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static Task<int> RunOrReport(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var notifier = new Notifier(shell, common.Clock);
        return notifier.Around("apply", () =>
            parsed.GetValue(GitHub) && ShardOption.Read(parsed) is null
                ? FailureReport.AroundApply(shell, common, failure => Run(shell, parsed, common, notifier, failure))
                : Run(shell, parsed, common, notifier, failure: null)
        );
    }

    private static async Task<int> Run(
        Shell shell,
        ParseResult parsed,
        CommonOptions common,
        Notifier notifier,
        FailureReport? failure
    )
    {
        var workspace = Workspace.Open(shell, common, ShardOption.Read(parsed));
        notifier.Use(workspace.Repository.Settings);
        var resultFile = parsed.GetValue(Out) is { } result
            ? FileArgument.ToWrite(shell, result, "--out", "result.json")
            : null;
        using var api = new ApiClients(shell, common.Clock, workspace.Repository.Slugs);
        Check(shell, common, workspace, api);
        using var github = GitHubOutput.OpenIf(
            parsed.GetValue(GitHub) && workspace.Shard is null,
            shell,
            common,
            workspace
        );
        var saved = parsed.GetValue(SavedPlanFile) is { } file
            ? SavedPlan.Parse(
                FileArgument.Text(shell, file, "give --plan a file that `galley plan --out FILE` saved"),
                file
            )
            : null;
        var commit = await workspace.Commit();
        await using var ledger = await LedgerFactory.Open(
            workspace.LedgerUri,
            workspace.Repository.Root,
            workspace.LedgerOptions(forApply: true, commit: commit),
            shell.Stop
        );
        // Git answers while the plan is made.
        var newer = commit is null || parsed.GetValue(AllowOlderCommit) ? null : workspace.NewerThan(commit);

        var live =
            parsed.GetValue(Refresh)
            || parsed.GetValue(GitHub)
            || workspace.Clients().Any(client => client.Live.OverwritesDrift)
                ? await LiveStateLoader.Load(shell, common, api, ledger, workspace)
                : null;
        var limits = Limits(parsed, workspace) with { Elsewhere = await OfOtherShards(workspace, ledger, shell.Stop) };
        var planner = workspace.Planner(
            ledger,
            ValidationPurpose.Plan,
            live: live,
            limits: limits,
            keeps: Applier.IsCarriedOut
        );
        var planned = await planner.Plan(workspace.Slugs, shell.Stop);
        new DiagnosticPrinter(shell, common, workspace).Write(planned.Plan.Diagnostics);

        ProgressView view = common.HasScreen
            ? new LiveProgressView(shell, common, planned.Plan)
            : new PlainProgressView(shell, common, planned.Plan);
        var applier = new Applier(
            new ApplyDependencies
            {
                Ledger = ledger,
                ApiFor = api.For,
                Replan = Again(workspace, ledger, planned, limits).PlanAgain,
                Live = slug => live?.For(slug) ?? LiveState.Unread,
                WhyOutdated = async (client, stop) =>
                    newer is null ? null : await (await newer).WhyRefused(client, stop),
                Open = media => MediaBytes.Open(workspace.Repository.Root, media),
                Clock = common.Clock,
                ClockCheck = common.ClockCheck,
                Random = Jitter.Next,
                Progress = view,
            },
            new ApplyOptions
            {
                Concurrency = parsed.GetValue(Concurrency) ?? 4,
                MinLeadTime = workspace.Repository.Settings.Limits.MinLeadTime,
            }
        );
        var end = await view.During(async () =>
            (saved?.WhyNot(planned.Plan) ?? await WhyOutdated()) is { } stale
                ? new ApplyCompletion.Refused(stale)
                : await applier.Apply(planned.Clients, shell.Stop)
        );
        if (failure is not null)
        {
            failure.IsReported = true;
        }

        var json = ApplyResultJson.Write(end.Result);
        if (resultFile is not null)
        {
            File.WriteAllText(resultFile, json);
        }

        new ResultPrinter(shell, common).Print(
            to => to.Write(json),
            _ =>
            {
                if (end is not ApplyCompletion.Refused)
                {
                    view.End(end.Result);
                }
            }
        );
        if (end is ApplyCompletion.Refused refused)
        {
            if (github is not null)
            {
                await github.Report(
                    refused.Result,
                    refused.Need,
                    planned.Plan.Clients,
                    ObjectTexts.For(planned.Clients, workspace.Repository)
                );
            }

            throw new GalleyException(refused.Why, refused.Need);
        }

        var outcome = Outcome(planned.Plan, end.Result);
        if (github is not null)
        {
            await github.Report(
                end.Result,
                outcome,
                planned.Plan.Clients,
                ObjectTexts.For(planned.Clients, workspace.Repository)
            );
            await github.UpdateIssue(ledger, live?.After(end.Result), planned.Clients);
        }

        if (NoticesOf.Result(end.Result) is { } notice)
        {
            await notifier.Tell(notice with { Page = github?.Run.Page });
        }

        if (end is ApplyCompletion.Aborted off)
        {
            ExceptionDispatchInfo.Throw(off.Fault);
        }

        return (int)outcome;

        async Task<string?> WhyOutdated() =>
            newer is null
                ? null
                : await (await newer).WhyRefused(ledger, planned.Clients.Select(client => client.Ledger), shell.Stop);
    }

    /// <summary>Plans from what was read at the start: what is edited while the run goes on is for the next one.</summary>
    private static Planner Again(Workspace workspace, ILedger ledger, PlannedRepository planned, PlanLimits limits)
    {
        var read = planned
            .Clients.Where(client => !client.IsReleased)
            .ToDictionary(client => client.Plan.Slug, client => client.Content, StringComparer.Ordinal);
        return workspace.Planner(
            ledger,
            ValidationPurpose.Plan,
            held: slug => read.GetValueOrDefault(slug),
            limits: limits
        );
    }

    private static PlanLimits Limits(ParseResult parsed, Workspace workspace)
    {
        var limits = workspace.Repository.Settings.Limits;
        return new PlanLimits(
            parsed.GetValue(AllowCreates) ?? limits.MaxCreates,
            parsed.GetValue(AllowUpdates) ?? limits.MaxUpdates,
            parsed.GetValue(AllowDeletes) ?? limits.MaxDeletes
        );
    }

    /// <summary>The limits are for all shards together: twenty shards must not send twenty times as much.</summary>
    private static async Task<ImmutableArray<ClientPlan>> OfOtherShards(
        Workspace workspace,
        ILedger ledger,
        CancellationToken stop
    ) =>
        workspace.Shard is null
            ? []
            : (
                await workspace
                    .Planner(ledger, ValidationPurpose.Plan, limits: PlanLimits.None)
                    .Outline([.. workspace.AskedFor.Except(workspace.Slugs)], inShort: true, stop)
            ).Clients;

    private static ExitCode Outcome(Plan plan, ApplyResult result) =>
        ExitCodePriority.Highest([result.ExitCode, PlanExitCode.OfProblems(plan)]);

    /// <summary>Refuses what would publish by mistake: a made-up clock, or a ledger that disappears with the machine.</summary>
    private static void Check(Shell shell, CommonOptions common, Workspace workspace, ApiClients api)
    {
        if (api.Url.IsLoopback)
        {
            return;
        }

        if (common.IsClockSet)
        {
            throw new GalleyException(
                $"apply takes --now (or GALLEY_NOW) only with a sandbox, and {api.Url} is not one. Leave it out."
            );
        }

        if (
            shell.Environment("CI") == "true"
            && workspace.LedgerUri is LedgerUri.Folder folder
            && workspace.IsInCheckout(folder)
        )
        {
            throw new GalleyException(
                $"The ledger {workspace.LedgerUri} is in the checkout of a CI job. It would be lost after the job, and the next job "
                    + "would publish everything again. Use git:galley-ledger."
            );
        }
    }
}
