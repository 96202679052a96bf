using System.Runtime.Serialization;
using Galley.Rendering.Issue;
using Octokit;

namespace Galley.GitHub;

/// <summary>
/// Says on GitHub what a run came to: summary, comment, status. Whatever GitHub answers, nothing here throws or changes the
/// run's own result: what could not be said there is one sentence in the log, and stands in the summary.
/// </summary>
public sealed partial class ProofRoom : IDisposable
{
    private const int LongestDescription = 140;

    private readonly GitHubRun _run;
    private readonly GitHubDoor? _door;
    private readonly Author? _author;
    private readonly Action<string> _say;

    /// <param name="say">One sentence for the log.</param>
    public ProofRoom(GitHubRun run, TimeProvider clock, string version, Action<string> say)
    {
        (_run, _say) = (run, say);
        _door = run.Token is { } token ? new GitHubDoor(run, token, clock, version) : null;
        _author = _door is null ? null : new Author(_door, say);
    }

    public async Task Say(Report report, CancellationToken cancel)
    {
        await Try("write the job's summary", async () => await WriteSummary(report.Summary, cancel));
        if (_door is null)
        {
            _say("There is no GITHUB_TOKEN, so nothing was written on the pull request: the job's summary holds it all.");
            return;
        }

        if (report.Thread is { } thread)
            await Try("write the comment", async () => await new CommentDesk(_door, _author!, thread).Put(report.Marker, report.Comment, report.IsNews, cancel));
        await Try("set the commit's status", async () => await SetStatus(_door, report, cancel));
    }

    /// <summary>The pull request that the run's commit was merged from; null for a direct push, or when GitHub can't say.</summary>
    public async Task<int?> MergedPullRequest(CancellationToken cancel)
    {
        if (_door is null) return null;
        int? number = null;
        await Try("ask which pull request this commit came from", async () =>
        {
            var pulls = await _door.Ask(client => client.Repository.Commit.PullRequests(_run.Owner, _run.Repository, _run.Sha), cancel);
            number = pulls.Where(pull => pull.MergedAt is not null).OrderByDescending(pull => pull.MergeCommitSha == _run.Sha).FirstOrDefault()?.Number;
        });
        return number;
    }

    /// <summary>Brings the galley issue to what it should be.</summary>
    /// <param name="write">From its body as it is; null when there is none.</param>
    /// <returns>Whether it is so now.</returns>
    public async Task<bool> TendIssue(Func<string?, IssueEdition> write, CancellationToken cancel) =>
        _door is not null && await Try("write the galley issue", () => new IssueDesk(_door, _author!).Tend(write, cancel));

    /// <summary>Adds to the job's summary alone.</summary>
    public Task Summarize(string markdown, CancellationToken cancel) => Try("write the job's summary", () => WriteSummary(markdown, cancel));

    public void Dispose() => _door?.Dispose();

    private async Task WriteSummary(string summary, CancellationToken cancel)
    {
        if (_run.SummaryFile is { } file) await File.AppendAllTextAsync(file, summary, cancel);
    }

    private Task<CommitStatus> SetStatus(GitHubDoor door, Report report, CancellationToken cancel) =>
        door.Ask(client => client.Repository.Status.Create(_run.Owner, _run.Repository, _run.Commit, new NewCommitStatus
        {
            State = StateOf(report.Outcome),
            Context = report.Context,
            Description = report.Description.Length <= LongestDescription ? report.Description : report.Description[..(LongestDescription - 1)] + "…",
            TargetUrl = _run.Page.AbsoluteUri,
        }), cancel);

    /// <summary>Work for a person is no fault of the commit: it stays green, and its words say what waits.</summary>
    private static CommitState StateOf(ExitCode outcome) => outcome switch
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
            _say($"GitHub does not let this job's token {what}; the job's summary holds it all.");
        }
        catch (Exception failure) when (failure is ApiException or HttpRequestException or IOException or UnauthorizedAccessException or OperationCanceledException or SerializationException)
        {
            _say($"Could not {what}: {failure.Message} The result stands all the same.");
        }

        return false;
    }
}
