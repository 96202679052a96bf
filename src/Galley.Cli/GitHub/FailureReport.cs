using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.GitHub;
using Galley.Rendering.Comments;
using Galley.Rendering.Json;

namespace Galley.Cli.GitHub;

/// <summary>
/// Reports the error that ends a run on GitHub, in the place of its result. Otherwise the last comment and status would
/// still stand, about an older commit.
/// </summary>
internal sealed class FailureReport
{
    private const string Plan = "Plan";
    private const string Apply = "Apply";

    private readonly Shell _shell;
    private readonly CommonOptions _common;
    private readonly string _run;
    private readonly string? _reportTo;

    private FailureReport(Shell shell, CommonOptions common, string run, string? reportTo) =>
        (_shell, _common, _run, _reportTo) = (shell, common, run, reportTo);

    /// <summary>Whether the run reports its result itself from here on.</summary>
    public bool IsReported { get; set; }

    /// <param name="reportTo">The file for a job that may write on the pull request; null if this one may.</param>
    public static Task<int> AroundPlan(
        Shell shell,
        CommonOptions common,
        string? reportTo,
        Func<FailureReport, Task<int>> run
    ) => new FailureReport(shell, common, Plan, reportTo).Around(run);

    public static Task<int> AroundApply(Shell shell, CommonOptions common, Func<FailureReport, Task<int>> run) =>
        new FailureReport(shell, common, Apply, reportTo: null).Around(run);

    private async Task<int> Around(Func<FailureReport, Task<int>> run)
    {
        try
        {
            return await run(this);
        }
        catch (Exception failure) when (!IsReported)
        {
            await TryReport(failure);
            throw;
        }
    }

    private async Task TryReport(Exception failure)
    {
        WorkflowRun run;
        try
        {
            run = WorkflowEnvironment.Read(_shell.Environment);
        }
        catch (GalleyException)
        {
            // Outside a job there is nowhere to report to. The error itself says more.
            return;
        }

        using var reporter = new GitHubReporter(run, _common.Clock, ProductVersion.Version, line =>
            _shell.Error.WriteLine($"galley: {line}")
        );
        if (_reportTo is null)
        {
            await Report(reporter, run, failure);
        }
        else
        {
            await Save(reporter, run, Describe(failure), _reportTo);
        }
    }

    private static async Task Save(GitHubReporter reporter, WorkflowRun run, string error, string file)
    {
        await reporter.Summarize(
            FailureComment.Write(Plan, error, run.Commit, GitHubOutput.PlanMarker),
            CancellationToken.None
        );
        await File.WriteAllTextAsync(file, PlanReportJson.Write(new PlanReport { Error = error }));
    }

    private async Task Report(GitHubReporter reporter, WorkflowRun run, Exception failure)
    {
        var isPlan = _run == Plan;
        var marker = isPlan ? GitHubOutput.PlanMarker : GitHubOutput.ApplyMarker(run);
        var error = Describe(failure);
        var comment = FailureComment.Write(_run, error, run.Commit, marker);
        await reporter.Report(
            new RunReport
            {
                Thread = await ThreadOf(reporter, run, isPlan),
                Marker = marker,
                Comment = comment,
                Summary = comment,
                Context = isPlan ? "galley/plan" : "galley/apply",
                Outcome = (failure as GalleyException)?.ExitCode ?? ExitCode.Error,
                Description = error,
            },
            CancellationToken.None
        );
    }

    /// <summary>A scheduled apply would repeat the same comment every hour.</summary>
    private static async Task<int?> ThreadOf(GitHubReporter reporter, WorkflowRun run, bool isPlan) =>
        isPlan ? run.PullRequest?.Number
        : run.EventName == "push" ? await reporter.MergedPullRequest(CancellationToken.None)
        : null;

    private static string Describe(Exception failure) =>
        failure switch
        {
            GalleyException or IOException or UnauthorizedAccessException => failure.Message,
            OperationCanceledException => "The run was interrupted.",
            _ => $"A bug in Galley ({failure.GetType().Name}). The job's log shows more.",
        };
}
