using System.Collections.Immutable;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Content;
using Galley.GitHub;
using Galley.Rendering.Comments;
using Galley.Rendering.Json;
using Galley.Rendering.Text;

namespace Galley.Cli.GitHub;

/// <summary>
/// <c>galley comment --report FILE</c>: writes on a pull request what its own job found. That job ran the pull request's files, so
/// its report may say anything. GitHub says which pull request it is, and which files it changes; and every word of the report is
/// written as text.
/// </summary>
internal sealed class PlanReportComment(Shell shell, GitHubReporter reporter, WorkflowRun run, EventRun origin)
{
    private const string CheckByHand =
        "Look under Files changed for .github, .config, global.json, nuget.config, Directory.* and "
        + ".gitattributes: such files decide what programs do.";

    public static async Task<int> Run(Shell shell, CommonOptions common, string file)
    {
        var here = WorkflowEnvironment.Read(shell.Environment);
        if (here.Origin is not { } origin)
        {
            throw new GalleyException(
                "This job was not started by the run of another workflow. Use `on: workflow_run` with `types: [completed]` in the workflow."
            );
        }

        // All that is written is about the other run.
        var run = here with { Sha = origin.HeadSha, RunId = origin.Id, EventName = origin.Event };
        using var reporter = new GitHubReporter(run, common.Clock, ProductVersion.Version, words =>
            shell.Error.WriteLine($"galley: {words}")
        );
        if (!reporter.CanAsk)
        {
            throw new GalleyException(
                "GITHUB_TOKEN is not set, so Galley can't write on the pull request. Set it in the job's environment."
            );
        }

        return (int)
            await new PlanReportComment(shell, reporter, run, origin).Write(Path.GetFullPath(file, shell.Directory));
    }

    private async Task<ExitCode> Write(string file)
    {
        if (await reporter.PullRequestsAt(origin, shell.Stop) is not { } pulls)
        {
            return ExitCode.Fine;
        }

        if (pulls.Count > 1)
        {
            throw new GalleyException(
                $"The pull requests {string.Join(", ", pulls.Select(pull => $"#{pull.Number}"))} have the same last commit, so it is not "
                    + "certain which of them this plan is about. Close all but one."
            );
        }

        var (report, isOfForm) = Read(file);
        await Write(report, pulls.SingleOrDefault());
        await reporter.LinkPreview(origin, shell.Stop);
        return isOfForm ? ExitCode.Fine : ExitCode.Error;
    }

    private static (PlanReport Report, bool IsOfForm) Read(string file)
    {
        if (!File.Exists(file))
        {
            const string None = "The job that makes the plan ended without a report. Its log says why.";
            return (new PlanReport { Error = None }, true);
        }

        try
        {
            return new FileInfo(file).Length <= PlanReportJson.Longest
                ? (PlanReportJson.Parse(File.ReadAllText(file)), true)
                : throw new GalleyException("The report is too long, so nothing of it is shown.");
        }
        catch (GalleyException refusal)
        {
            return (new PlanReport { Error = refusal.Message }, false);
        }
    }

    private async Task Write(PlanReport report, OpenPullRequest? pull)
    {
        var notices = PullRequests.Notices(pull?.BaseBranch, run.DefaultBranch);
        var (steering, doubt) = pull is null ? ([], null) : await Steering(pull.Number);
        var input = new CommentInput
        {
            Marker = GitHubOutput.PlanMarker,
            Commit = run.Commit,
            ProofOf = report.TextOf,
            Steering = steering,
            Notices = [.. doubt is null ? [] : new[] { doubt }, .. notices, .. report.Notices],
            HasBase = report.HasBase,
            Settings = report.Settings,
            Corrections = report.Corrections,
            Files = run.Files(report.Prefix),
            Editor = run.Editor(report.Prefix, pull?.Head),
            Run = run.Page,
            MinLeadTime = report.MinLeadTime,
        };
        var description = report.Plan is { } plan ? PlanText.Totals(plan) : report.Error!;
        shell.Out.WriteLine(description);
        if (pull is not null)
        {
            await reporter.Suggest(
                pull.Number,
                run.Commit,
                GitHubOutput.SuggestionsOf(report.Corrections, report.Prefix),
                shell.Stop
            );
        }

        await reporter.Report(
            new RunReport
            {
                Thread = pull?.Number,
                Marker = input.Marker,
                Comment = Body(report, input),
                Summary = Body(report, input with { Longest = GitHubOutput.LongestSummary }),
                // A commit can also be the last one of a pull request that its author opened to a branch of his own.
                Context = notices.IsEmpty ? "galley/plan" : null,
                Outcome = report.Plan is { } of ? PlanExitCode.For(of, detailed: true) : ExitCode.Error,
                Description = steering.IsEmpty
                    ? description
                    : $"Changes {SteeringFiles.List(steering, path => path)}. {description}",
            },
            shell.Stop
        );
    }

    private string Body(PlanReport report, CommentInput input) =>
        report.Plan is { } plan
            ? PlanComment.Write(plan, input)
            : FailureComment.Write("Plan", report.Error!, run.Commit, input.Marker, input.Steering);

    /// <returns>What to say if not all files could be looked at; null if they were.</returns>
    private async Task<(ImmutableArray<string> Files, string? Doubt)> Steering(int number)
    {
        var paths = await reporter.PathsOf(number, shell.Stop);
        return paths switch
        {
            null => ([], $"GitHub did not say which files this pull request changes. {CheckByHand}"),
            { Count: >= GitHubReporter.MostPullRequestFiles } => (
                SteeringFiles.Among(paths),
                $"This pull request changes more files than GitHub lists. {CheckByHand}"
            ),
            _ => (SteeringFiles.Among(paths), null),
        };
    }
}
