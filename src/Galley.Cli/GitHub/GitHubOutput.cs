using System.Collections.Immutable;
using System.CommandLine;
using Galley.Applying.Results;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.GitHub;
using Galley.Ledger;
using Galley.Live;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Rendering.Issue;
using Galley.Rendering.Text;
using Galley.Rules;

namespace Galley.Cli.GitHub;

/// <summary><c>--github</c>: reports the result on GitHub as well. It never changes that result.</summary>
internal sealed class GitHubOutput : IDisposable
{
    /// <summary>A summary takes one mebibyte, and a character has up to three bytes.</summary>
    private const int LongestSummary = 300_000;

    private readonly Shell _shell;
    private readonly Workspace _workspace;
    private readonly GitHubReporter _reporter;

    private GitHubOutput(Shell shell, CommonOptions common, Workspace workspace)
    {
        (_shell, _workspace) = (shell, workspace);
        Run = WorkflowEnvironment.Read(shell.Environment);
        _reporter = new GitHubReporter(Run, common.Clock, ProductVersion.Version, words =>
            shell.Error.WriteLine($"galley: {words}")
        );
    }

    public WorkflowRun Run { get; }

    public GitHubReporter Reporter => _reporter;

    public static Option<bool> Option(string description) => new("--github") { Description = description };

    public static GitHubOutput Open(Shell shell, CommonOptions common, Workspace workspace) =>
        new(shell, common, workspace);

    /// <summary>Null unless asked for.</summary>
    public static GitHubOutput? OpenIf(bool asked, Shell shell, CommonOptions common, Workspace workspace) =>
        asked ? Open(shell, common, workspace) : null;

    /// <param name="base">The base; null when there is none to compare with.</param>
    /// <param name="notices">What people must read first.</param>
    public async Task Say(
        Plan plan,
        ObjectTexts objectTexts,
        BaseContent? @base,
        ExitCode outcome,
        params ImmutableArray<string> notices
    )
    {
        var prefix = Run.PrefixOf(_workspace.Repository.Root);
        Order(Annotations.Write(plan.Diagnostics, prefix));
        var input = new CommentInput
        {
            Marker = "<!-- galley:plan -->",
            ProofOf = objectTexts.For,
            Notices = notices,
            HasBase = @base is not null,
            SettingsChanged = [.. SettingsFiles().Where(path => @base?.Changed(path) == true)],
            Files = Run.Files(prefix),
            Run = Run.Page,
            MinLeadTime = _workspace.Repository.Settings.Limits.MinLeadTime,
        };
        await _reporter.Say(
            new RunReport
            {
                Thread = Run.PullRequest?.Number,
                Marker = input.Marker,
                Comment = PlanComment.Write(plan, input),
                Summary = PlanComment.Write(plan, input with { Longest = LongestSummary }),
                Context = "galley/plan",
                Outcome = outcome,
                Description = string.Join(' ', [PlanText.Totals(plan), .. notices]),
            },
            _shell.Stop
        );
    }

    public async Task Say(ApplyResult result, ExitCode outcome)
    {
        const string Marker = "<!-- galley:apply -->";
        await _reporter.Say(
            new RunReport
            {
                Thread = await _reporter.MergedPullRequest(CancellationToken.None),
                Marker = Marker,
                Comment = ApplyComment.Write(result, Marker),
                Summary = ApplyComment.Write(result, Marker, LongestSummary),
                // A later run without anything to do must not replace the report of the run after the merge.
                IsNews =
                    result.Done.Length + result.Failed.Length + result.InDoubt.Length > 0 || result.Error is not null,
                Context = "galley/apply",
                Outcome = outcome,
                Description = ApplyResultText.Totals(result),
                // Also after Ctrl-C: people must see what was sent.
            },
            CancellationToken.None
        );
    }

    /// <summary>
    /// Reports a refresh: the job's summary, and the galley issue unless this is one of several shards, which would
    /// overwrite each other.
    /// </summary>
    /// <param name="planned">The plan that was made with the report, of some or all clients.</param>
    public async Task Say(PlannedRepository planned, LiveReport live, ILedger ledger)
    {
        await _reporter.Summarize(
            RefreshSummary.Write(Issue(planned, live) with { Longest = LongestSummary }, live),
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
            var planned = await _workspace
                .Planner(ledger, ValidationPurpose.Plan, live: live, held: Contents(held).GetValueOrDefault)
                .Plan(_workspace.Repository.Slugs, CancellationToken.None);
            var input = Issue(planned, live);
            await _reporter.UpdateIssue(before => GalleyIssue.Write(input, before), CancellationToken.None);
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

    public void Dispose() => _reporter.Dispose();

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

    private IssueInput Issue(PlannedRepository planned, LiveReport? live)
    {
        var contents = Contents(planned.Clients);
        var read = live?.Clients.ToDictionary(asked => asked.Client.Slug, asked => asked.Live) ?? [];
        return new IssueInput
        {
            Plan = planned.Plan,
            WasRead = (slug, kind, key) => read.GetValueOrDefault(slug)?.For(kind, key) is not null,
            Notify = slug => contents.GetValueOrDefault(slug)?.Client?.Notify ?? _workspace.Repository.Settings.Notify,
            // Not this commit: the issue would change with every commit.
            Files = Run.Files(Run.PrefixOf(_workspace.Repository.Root), "HEAD"),
        };
    }

    private static Dictionary<string, ClientContent> Contents(ImmutableArray<PlannedClient> clients) =>
        clients.Where(client => !client.Plan.IsGone).ToDictionary(client => client.Plan.Slug, client => client.Content);

    private IEnumerable<string> SettingsFiles() =>
        _workspace
            .Slugs.Select(slug => $"{ContentRoot.ClientsFolder}/{slug}/client.yaml")
            .Prepend(ContentRoot.SettingsFile);

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
