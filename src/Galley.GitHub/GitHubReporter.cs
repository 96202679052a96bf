using System.Runtime.Serialization;
using Galley.Rendering.Issue;
using Octokit;

namespace Galley.GitHub;

/// <summary>
/// Says on GitHub what a run came to: summary, comment, status. Whatever GitHub answers, nothing here throws or changes the
/// run's own result: what could not be said there is one sentence in the log, and stands in the summary.
/// </summary>
public sealed partial class GitHubReporter : IDisposable
{
    private const int LongestDescription = 140;

    private readonly WorkflowRun _run;
    private readonly GitHubApi? _api;
    private readonly BotIdentity? _author;
    private readonly Action<string> _log;

    /// <param name="say">One sentence for the log.</param>
    public GitHubReporter(WorkflowRun run, TimeProvider clock, string version, Action<string> say)
    {
        (_run, _log) = (run, say);
        _api = run.Token is { } token ? new GitHubApi(run, token, clock, version) : null;
        _author = _api is null ? null : new BotIdentity(_api, say);
    }

    public async Task Say(RunReport report, CancellationToken cancellationToken)
    {
        await Try("write the job's summary", async () => await WriteSummary(report.Summary, cancellationToken));
        if (_api is null)
        {
            _log(
                "There is no GITHUB_TOKEN, so nothing was written on the pull request: the job's summary holds it all."
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
            var pulls = await _api.Ask(
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

    /// <summary>Brings the galley issue to what it should be.</summary>
    /// <param name="write">From its body as it is; null when there is none.</param>
    /// <returns>Whether it is so now.</returns>
    public async Task<bool> UpdateIssue(Func<string?, IssueRevision> write, CancellationToken cancellationToken) =>
        _api is not null
        && await Try("write the galley issue", () => new StickyIssue(_api, _author!).Update(write, cancellationToken));

    /// <summary>Adds to the job's summary alone.</summary>
    public Task Summarize(string markdown, CancellationToken cancellationToken) =>
        Try("write the job's summary", () => WriteSummary(markdown, cancellationToken));

    public void Dispose() => _api?.Dispose();

    private async Task WriteSummary(string summary, CancellationToken cancellationToken)
    {
        if (_run.SummaryFile is { } file)
        {
            await File.AppendAllTextAsync(file, summary, cancellationToken);
        }
    }

    private Task<CommitStatus> SetStatus(GitHubApi api, RunReport report, CancellationToken cancellationToken) =>
        api.Ask(
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

    /// <summary>Work for a person is no fault of the commit: it stays green, and its words say what waits.</summary>
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
            _log($"GitHub does not let this job's token {what}; the job's summary holds it all.");
        }
        catch (Exception failure)
            when (failure
                    is ApiException
                        or HttpRequestException
                        or IOException
                        or UnauthorizedAccessException
                        or OperationCanceledException
                        or SerializationException
            )
        {
            _log($"Could not {what}: {failure.Message} The result stands all the same.");
        }

        return false;
    }
}
