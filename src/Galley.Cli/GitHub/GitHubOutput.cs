using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Galley.Applying.Results;
using Galley.Cli.Hosting;
using Galley.Cli.Notifying;
using Galley.Cli.Options;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Diagnostics;
using Galley.GitHub;
using Galley.Ledger;
using Galley.Live;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Rendering.Issue;
using Galley.Rendering.Json;
using Galley.Rendering.Notices;
using Galley.Rendering.Text;
using Galley.Rules;

namespace Galley.Cli.GitHub;

/// <summary><c>--github</c>: reports the result on GitHub as well. It never changes that result.</summary>
internal sealed class GitHubOutput : IDisposable
{
    public const string PlanMarker = "<!-- galley:plan -->";

    private const string AnyApplyMarker = "<!-- galley:apply";

    /// <summary>A summary takes one mebibyte, and a character has up to three bytes.</summary>
    public const int LongestSummary = 300_000;

    private readonly Shell _shell;
    private readonly Workspace _workspace;
    private readonly GitHubReporter _reporter;
    private readonly Notifier _notifier;

    private GitHubOutput(Shell shell, CommonOptions common, Workspace workspace)
    {
        (_shell, _workspace) = (shell, workspace);
        Run = WorkflowEnvironment.Read(shell.Environment);
        _notifier = new Notifier(shell, common.Clock);
        _notifier.Use(workspace.Repository.Settings);
        _reporter = new GitHubReporter(Run, common.Clock, ProductVersion.Version, words =>
            shell.Error.WriteLine($"galley: {words}")
        );
    }

    public WorkflowRun Run { get; }

    public GitHubReporter Reporter => _reporter;

    public static Option<string?> ReportTo { get; } =
        new("--report-to")
        {
            HelpName = "FILE",
            Description =
                "In a job without the right to write: save what `galley comment --report FILE` then writes on the pull request.",
        };

    public static Option<bool> Option(string description) => new("--github") { Description = description };

    public static GitHubOutput Open(Shell shell, CommonOptions common, Workspace workspace) =>
        new(shell, common, workspace);

    /// <summary>Null unless asked for.</summary>
    public static GitHubOutput? OpenIf(bool asked, Shell shell, CommonOptions common, Workspace workspace) =>
        asked ? Open(shell, common, workspace) : null;

    /// <param name="base">The base; null when there is none to compare with.</param>
    /// <param name="reportTo">The file for a job that may write on the pull request; null if this one may.</param>
    /// <param name="notices">What people must read first.</param>
    public async Task Report(
        Plan plan,
        ObjectTexts objectTexts,
        BaseContent? @base,
        ExitCode outcome,
        string? reportTo,
        params ImmutableArray<string> notices
    )
    {
        var prefix = Run.PrefixOf(_workspace.Repository.Root);
        Order(Annotations.Write(plan.Diagnostics, prefix));
        var shown = new Dictionary<(string, Kind, string), ReportedText>();
        var input = new CommentInput
        {
            Marker = PlanMarker,
            Commit = Run.Commit,
            ProofOf = (slug, action) =>
            {
                var text = objectTexts.For(slug, action);
                if (text is not null)
                {
                    shown[(slug, action.Kind, action.Key)] = new ReportedText(slug, action.Kind, action.Key, text);
                }

                return text;
            },
            Steering = @base is null
                ? []
                : await SteeringFiles.ChangedSince(_workspace.Repository.Root, @base.Commit, _shell.Stop),
            Notices = [.. PullRequests.Notices(Run.PullRequest?.BaseBranch, Run.DefaultBranch), .. notices],
            HasBase = @base is not null,
            Settings = @base is null ? [] : SettingsChanges.Since(@base, _workspace.Repository, _workspace.Slugs),
            Corrections = Correction.Collect(plan.Diagnostics, TextOf),
            Files = Run.Files(prefix),
            Editor = Run.Editor(prefix, Run.PullRequest?.Head),
            Run = Run.Page,
            MinLeadTime = _workspace.Repository.Settings.Limits.MinLeadTime,
        };
        var summary = PlanComment.Write(plan, input with { Longest = LongestSummary });
        if (reportTo is null)
        {
            if (Run.PullRequest is { } pull)
            {
                await _reporter.Suggest(
                    pull.Number,
                    pull.HeadSha,
                    SuggestionsOf(input.Corrections, prefix),
                    _shell.Stop
                );
            }

            await _reporter.Report(
                new RunReport
                {
                    Thread = Run.PullRequest?.Number,
                    Marker = input.Marker,
                    Comment = PlanComment.Write(plan, input),
                    Summary = summary,
                    Context = "galley/plan",
                    Outcome = outcome,
                    Description = string.Join(' ', [PlanText.Totals(plan), .. notices]),
                },
                _shell.Stop
            );
            return;
        }

        await _reporter.Summarize(summary, _shell.Stop);
        var report = new PlanReport
        {
            Plan = plan,
            Texts = [.. shown.Values],
            HasBase = input.HasBase,
            Settings = input.Settings,
            Corrections = input.Corrections,
            Notices = notices,
            Prefix = prefix,
            MinLeadTime = input.MinLeadTime,
        };
        await File.WriteAllTextAsync(reportTo, PlanReportJson.Write(report), _shell.Stop);
    }

    /// <summary>
    /// The result of an apply. The merged pull request gets all of it after its merge. Any other pull request gets the
    /// results of its own posts: a scheduled run sends posts of earlier merges, and GitHub drops runs that wait in a
    /// queue. Each run writes a comment of its own, so that none replaces what an earlier run reported.
    /// </summary>
    /// <param name="plans">Where the files of what was sent are found.</param>
    /// <param name="objectTexts">What the files say.</param>
    public async Task Report(
        ApplyResult result,
        ExitCode outcome,
        IReadOnlyCollection<ClientPlan> plans,
        ObjectTexts objectTexts
    )
    {
        // Also after Ctrl-C: people must see what was sent.
        var cancellationToken = CancellationToken.None;
        var marker = ApplyMarker(Run);
        var own = await _reporter.MergedPullRequest(cancellationToken);
        var files = new ResultFiles(plans, objectTexts, Run.PrefixOf(_workspace.Repository.Root));
        var shares = await ResultShares.Split(result, own, files.Of(result), _reporter, cancellationToken);
        var whole = new ApplyCommentInput
        {
            Marker = marker,
            Now = _workspace.Now,
            About = files.About,
            Files = Run.Files(Run.PrefixOf(_workspace.Repository.Root)),
            Commit = Run.Commit,
        };
        foreach (var (number, share) in shares.Others)
        {
            await _reporter.Comment(number, marker, ApplyComment.Write(share, whole), cancellationToken);
        }

        var shown = Run.EventName == "push" ? result : shares.Own;
        var changed = own is { } pull ? await _reporter.FilesOf(pull, cancellationToken) : null;
        await _reporter.Report(
            new RunReport
            {
                Thread = own,
                Marker = marker,
                Earlier = AnyApplyMarker,
                Comment = ApplyComment.Write(
                    shown,
                    changed is null ? whole : whole with { IsOwn = item => files.IsIn(item, changed) }
                ),
                Summary = ApplyComment.Write(result, whole with { Longest = LongestSummary }),
                IsNews = shown.Done.Length + shown.Failed.Length + shown.InDoubt.Length > 0 || IsNewError(shown),
                Context = "galley/apply",
                Outcome = outcome,
                Description = ApplyResultText.Totals(result),
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Reports a refresh: the job's summary, and the galley issue unless this is one of several shards, which would
    /// overwrite each other.
    /// </summary>
    /// <param name="planned">The plan that was made with the report, of some or all clients.</param>
    public async Task Report(PlannedRepository planned, LiveReport live, ILedger ledger)
    {
        await _reporter.Summarize(
            RefreshSummary.Write(Issue(planned.Plan, live) with { Longest = LongestSummary }, live),
            _shell.Stop
        );
        if (_workspace.Shard is null)
        {
            await UpdateIssue(ledger, live, planned.Clients);
        }
        else
        {
            _shell.Error.WriteLine(
                "galley: A shard does not update the galley issue. Run a refresh without --shard to update it."
            );
        }
    }

    /// <summary>Updates the galley issue: always for all clients, whatever --client says, and from the ledger as it is now.</summary>
    /// <param name="live">What was read; null when nothing was read in this run.</param>
    /// <param name="held">Clients whose content this run has already read.</param>
    public Task UpdateIssue(ILedger ledger, LiveReport? live, params ImmutableArray<PlannedClient> held) =>
        OrLeaveIt(async () =>
        {
            var read = held.Where(client => !client.IsReleased && !client.Plan.IsGone)
                .ToDictionary(client => client.Plan.Slug, client => client.Content);
            var plan = await _workspace
                .Planner(ledger, ValidationPurpose.Plan, live: live, held: read.GetValueOrDefault)
                .Outline(_workspace.Repository.Slugs, inShort: false, CancellationToken.None);
            var input = Issue(plan, live);
            ImmutableArray<Notice> news = [];
            var isUpdated = await _reporter.UpdateIssue(
                before =>
                {
                    var revision = GalleyIssue.Write(input, before);
                    news = revision.Notices;
                    return revision;
                },
                CancellationToken.None
            );
            if (isUpdated)
            {
                await _notifier.Tell(news.Select(notice => notice with { Page = Run.Page }));
            }
        });

    /// <summary>The same for a run without an open ledger.</summary>
    public Task UpdateIssue() =>
        OrLeaveIt(async () =>
        {
            await using var ledger = await _workspace.TryOpenLedger(_workspace.LedgerOptions());
            if (ledger is not null)
            {
                await UpdateIssue(ledger, live: null);
            }
        });

    /// <summary>Each run's own: what an attempt reported stays when the next one reports.</summary>
    public static string ApplyMarker(WorkflowRun run) =>
        $"{AnyApplyMarker} {run.RunId ?? run.Sha}.{run.Attempt.ToString(CultureInfo.InvariantCulture)} -->";

    public void Dispose() => _reporter.Dispose();

    /// <summary>A run by schedule would repeat the same error every hour.</summary>
    private bool IsNewError(ApplyResult result) => result.Error is not null && Run.EventName != "schedule";

    private async Task OrLeaveIt(Func<Task> tend)
    {
        try
        {
            await tend();
        }
        catch (GalleyException failure)
        {
            _shell.Error.WriteLine($"galley: The galley issue was not updated. {failure.Message}");
        }
    }

    private IssueInput Issue(Plan plan, LiveReport? live)
    {
        var clients = _workspace.Repository.Slugs.ToDictionary(slug => slug, _workspace.Repository.ReadClient);
        var read = live?.Clients.ToDictionary(asked => asked.Client.Slug, asked => asked.Live) ?? [];
        return new IssueInput
        {
            Plan = plan,
            WasRead = (slug, kind, key) => read.GetValueOrDefault(slug)?.For(kind, key) is not null,
            Notify = slug => clients.GetValueOrDefault(slug)?.Notify ?? _workspace.Repository.Settings.Notify,
            ApprovalBy = slug => clients.GetValueOrDefault(slug)?.ApprovalBy,
            // Not this commit: the issue would change with every commit.
            Files = Run.Files(Run.PrefixOf(_workspace.Repository.Root), "HEAD"),
        };
    }

    /// <param name="prefix">Of the content root in the repository: empty, or with a slash at its end.</param>
    public static IReadOnlyCollection<LineSuggestion> SuggestionsOf(
        ImmutableArray<Correction> corrections,
        string prefix
    ) =>
        [
            .. corrections.Select(correction => new LineSuggestion(
                prefix + correction.Path,
                correction.First,
                correction.Last,
                SuggestionComment.MarkerOf(correction),
                SuggestionComment.Write(correction)
            )),
        ];

    private string? TextOf(string path) => SourceText.TryRead(Path.Combine(_workspace.Repository.Root, path));

    private void Order(string commands)
    {
        if (commands.Length == 0)
        {
            return;
        }

        if (_shell.Error is LogWriter log)
        {
            log.Command(commands);
        }
        else
        {
            _shell.Error.Write(commands);
        }
    }
}
