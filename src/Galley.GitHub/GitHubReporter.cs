using Galley.Rendering.Issue;
using Octokit;

namespace Galley.GitHub;

/// <summary>
/// Reports a run on GitHub: summary, comment, status. Whatever GitHub answers, nothing here throws or changes the run's
/// own result. What could not be reported is one sentence in the log, and the summary has it all.
/// </summary>
public sealed partial class GitHubReporter : IDisposable
{
    /// <summary>Whose pull requests are looked for: two requests each.</summary>
    private const int MostFiles = 100;

    private readonly WorkflowRun _run;
    private readonly GitHubApi? _api;
    private readonly BotIdentity? _author;
    private readonly PullRequestFinder? _pullRequests;
    private readonly Action<string> _log;

    /// <param name="log">Takes one sentence for the log.</param>
    public GitHubReporter(WorkflowRun run, TimeProvider clock, string version, Action<string> log)
    {
        (_run, _log) = (run, log);
        _api = run.Token is { } token ? new GitHubApi(run, token, clock, version) : null;
        _pullRequests = _api is null ? null : new PullRequestFinder(_api);
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
            await Try("write the comment", () => WriteComment(thread, report, cancellationToken));
        }

        if (report.Context is { } context)
        {
            await SetStatus(
                context,
                CommitStatus.StateFor(report.Outcome),
                report.Description,
                _run.Page,
                cancellationToken
            );
        }
    }

    /// <summary>One more comment, for each marker.</summary>
    public Task Comment(int thread, string marker, string body, CancellationToken cancellationToken) =>
        Try("write a comment", async () =>
        {
            if (_api is not null)
            {
                await new StickyComment(_api, _author!, thread).Put(marker, body, replaces: true, cancellationToken);
            }
        });

    /// <summary>The pull request that the run's commit was merged from; null for a direct push, or when GitHub does not answer.</summary>
    public async Task<int?> MergedPullRequest(CancellationToken cancellationToken)
    {
        int? number = null;
        if (_pullRequests is not null)
        {
            await Try("find the pull request of this commit", async () =>
                number = await _pullRequests.FindForRun(cancellationToken)
            );
        }

        return number;
    }

    /// <summary>The pull request that last changed each file. Files without one, and those that GitHub did not tell, are missing.</summary>
    /// <param name="paths">In the repository.</param>
    public async Task<IReadOnlyDictionary<string, int>> PullRequestsOf(
        IEnumerable<string> paths,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, int>();
        if (_pullRequests is not null)
        {
            await Try("find the pull requests of what was sent", async () =>
            {
                foreach (var path in paths.Distinct().Take(MostFiles))
                {
                    if (await _pullRequests.FindForFile(path, cancellationToken) is { } number)
                    {
                        found[path] = number;
                    }
                }
            });
        }

        return found;
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

    private async Task WriteComment(int thread, RunReport report, CancellationToken cancellationToken)
    {
        var comments = new StickyComment(_api!, _author!, thread);
        if (report.IsNews || !await comments.Has(report.Earlier ?? report.Marker, cancellationToken))
        {
            await comments.Put(report.Marker, report.Comment, report.IsNews, cancellationToken);
        }
    }

    private async Task WriteSummary(string summary, CancellationToken cancellationToken)
    {
        if (_run.SummaryFile is { } file)
        {
            await File.AppendAllTextAsync(file, summary, cancellationToken);
        }
    }

    private Task<bool> SetStatus(
        string context,
        CommitState state,
        string description,
        Uri target,
        CancellationToken cancellationToken
    ) =>
        Try("set the commit's status", () =>
            _api!.Send(
                client =>
                    client.Repository.Status.Create(
                        _run.Owner,
                        _run.Repository,
                        _run.Commit,
                        CommitStatus.From(context, state, description, target)
                    ),
                cancellationToken
            )
        );

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
