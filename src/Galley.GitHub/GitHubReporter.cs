using Galley.Rendering.Issue;
using Octokit;

namespace Galley.GitHub;

/// <summary>
/// Reports a run on GitHub: summary, comment, status. Whatever GitHub answers, nothing here throws or changes the run's
/// own result. What could not be reported is one sentence in the log, and the summary has it all.
/// </summary>
public sealed partial class GitHubReporter : IDisposable
{
    private const int LongestDescription = 140;

    private readonly WorkflowRun _run;
    private readonly GitHubApi? _api;
    private readonly BotIdentity? _author;
    private readonly Action<string> _log;

    /// <param name="log">Takes one sentence for the log.</param>
    public GitHubReporter(WorkflowRun run, TimeProvider clock, string version, Action<string> log)
    {
        (_run, _log) = (run, log);
        _api = run.Token is { } token ? new GitHubApi(run, token, clock, version) : null;
        _author = _api is null ? null : new BotIdentity(_api, log);
    }

    public async Task Report(RunReport report, CancellationToken cancellationToken)
    {
        await Try("write the job summary", async () => await WriteSummary(report.Summary, cancellationToken));
        if (_api is null)
        {
            _log(
                "GITHUB_TOKEN is not set, so nothing was written on the pull request. The job summary has everything."
            );
            return;
        }

        if (report.Thread is { } thread)
        {
            await Try("write the comment", async () =>
                await new StickyComment(_api, _author!, thread).Put(
                    report.Marker,
                    report.Comment,
                    report.IsNews,
                    cancellationToken
                )
            );
        }

        await Try("set the commit's status", async () => await SetStatus(_api, report, cancellationToken));
    }

    /// <summary>The pull request that the run's commit was merged from; null for a direct push, or when GitHub can't say.</summary>
    public async Task<int?> MergedPullRequest(CancellationToken cancellationToken)
    {
        if (_api is null)
        {
            return null;
        }

        int? number = null;
        await Try("ask which pull request this commit came from", async () =>
        {
            var pulls = await _api.Send(
                client => client.Repository.Commit.PullRequests(_run.Owner, _run.Repository, _run.Sha),
                cancellationToken
            );
            number = pulls
                .Where(pull => pull.MergedAt is not null)
                .OrderByDescending(pull => pull.MergeCommitSha == _run.Sha)
                .FirstOrDefault()
                ?.Number;
        });
        return number;
    }

    /// <summary>Updates the galley issue.</summary>
    /// <param name="write">Makes the revision from the current body; null when there is no issue.</param>
    /// <returns>Whether the issue is up to date now.</returns>
    public async Task<bool> UpdateIssue(Func<string?, IssueRevision> write, CancellationToken cancellationToken) =>
        _api is not null
        && await Try("write the galley issue", () => new StickyIssue(_api, _author!).Update(write, cancellationToken));

    /// <summary>Adds to the job summary only.</summary>
    public Task Summarize(string markdown, CancellationToken cancellationToken) =>
        Try("write the job summary", () => WriteSummary(markdown, cancellationToken));

    public void Dispose() => _api?.Dispose();

    private async Task WriteSummary(string summary, CancellationToken cancellationToken)
    {
        if (_run.SummaryFile is { } file)
        {
            await File.AppendAllTextAsync(file, summary, cancellationToken);
        }
    }

    private Task<CommitStatus> SetStatus(GitHubApi api, RunReport report, CancellationToken cancellationToken) =>
        api.Send(
            client =>
                client.Repository.Status.Create(
                    _run.Owner,
                    _run.Repository,
                    _run.Commit,
                    new NewCommitStatus
                    {
                        State = StateOf(report.Outcome),
                        Context = report.Context,
                        Description =
                            report.Description.Length <= LongestDescription
                                ? report.Description
                                : report.Description[..(LongestDescription - 1)] + "…",
                        TargetUrl = _run.Page.AbsoluteUri,
                    }
                ),
            cancellationToken
        );

    /// <summary>Work for a person is no error of the commit: it stays green, and the description says what is left.</summary>
    private static CommitState StateOf(ExitCode outcome) =>
        outcome switch
        {
            ExitCode.Fine or ExitCode.Changes or ExitCode.PersonNeeded => CommitState.Success,
            ExitCode.ContentInvalid or ExitCode.SomeFailed => CommitState.Failure,
            _ => CommitState.Error,
        };

    private async Task<bool> Try(string what, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (ForbiddenException)
        {
            _log($"GitHub does not let this job's token {what}. The job summary has everything.");
        }
        catch (Exception failure)
        {
            // All of them: an odd answer breaks in any place of the client library, and must never end the run.
            _log($"Could not {what}: {Describe(failure).TrimEnd('.')}. This does not change the result.");
        }

        return false;
    }

    private static string Describe(Exception failure) =>
        failure
            is ApiException
                or HttpRequestException
                or IOException
                or UnauthorizedAccessException
                or OperationCanceledException
                or TimeoutException
                or InvalidOperationException
            ? failure.Message
            : $"GitHub gave an unexpected answer ({failure.GetType().Name})";
}
