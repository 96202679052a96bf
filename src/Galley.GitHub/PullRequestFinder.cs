using System.Globalization;
using System.Text.RegularExpressions;
using Octokit;

namespace Galley.GitHub;

/// <summary>Finds the pull request that a commit or a file came from. Remembers what it found.</summary>
internal sealed partial class PullRequestFinder(GitHubApi api)
{
    /// <summary>GitHub knows the pull request of a new commit only after some seconds.</summary>
    private static readonly TimeSpan[] WaitsAfterAPush = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)];

    private readonly (string Owner, string Repository) _at = (api.Run.Owner, api.Run.Repository);
    private readonly Dictionary<string, int?> _found = [];

    /// <summary>The pull request that the run's own commit was merged from; null for a direct push.</summary>
    public async Task<int?> FindForRun(CancellationToken cancellationToken)
    {
        var sha = api.Run.Sha;
        foreach (var wait in api.Run.EventName == "push" ? WaitsAfterAPush : [])
        {
            if (await MergedFrom(sha, cancellationToken) is { } number)
            {
                return _found[sha] = number;
            }

            await api.Wait(wait, cancellationToken);
        }

        return await FindForCommit(sha, message: null, cancellationToken);
    }

    /// <summary>The pull request of the commit that last changed a file; null when there is none.</summary>
    /// <param name="path">In the repository.</param>
    public async Task<int?> FindForFile(string path, CancellationToken cancellationToken) =>
        await LastCommit(path, cancellationToken) is { } commit
            ? await FindForCommit(commit.Sha, commit.Commit.Message, cancellationToken)
            : null;

    private async Task<int?> FindForCommit(string sha, string? message, CancellationToken cancellationToken)
    {
        if (_found.TryGetValue(sha, out var known))
        {
            return known;
        }

        var number = await MergedFrom(sha, cancellationToken);
        if (number is null)
        {
            message ??= (await LastCommit(path: null, cancellationToken))?.Commit.Message ?? "";
            number = await NamedBy(message, cancellationToken);
        }

        return _found[sha] = number;
    }

    private async Task<int?> MergedFrom(string sha, CancellationToken cancellationToken)
    {
        var pulls = await api.Send(
            client => client.Repository.Commit.PullRequests(_at.Owner, _at.Repository, sha),
            cancellationToken
        );
        return pulls
            .Where(pull => pull.MergedAt is not null)
            .OrderByDescending(pull => pull.MergeCommitSha == sha)
            .FirstOrDefault()
            ?.Number;
    }

    /// <summary>The pull request that a commit's message names, if there is such a merged one.</summary>
    private async Task<int?> NamedBy(string message, CancellationToken cancellationToken)
    {
        var title = message.Split('\n')[0];
        if (
            Number().Match(title) is not { Success: true } match
            || !int.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)
        )
        {
            return null;
        }

        try
        {
            var pull = await api.Send(
                client => client.PullRequest.Get(_at.Owner, _at.Repository, number),
                cancellationToken
            );
            return pull.MergedAt is null ? null : number;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private async Task<GitHubCommit?> LastCommit(string? path, CancellationToken cancellationToken)
    {
        var query = new Dictionary<string, string> { ["sha"] = api.Run.Sha, ["per_page"] = "1" };
        if (path is not null)
        {
            query["path"] = path;
        }

        var address = new Uri($"repos/{_at.Owner}/{_at.Repository}/commits", UriKind.Relative);
        var answer = await api.Send(
            client => client.Connection.Get<List<GitHubCommit>>(address, query),
            cancellationToken
        );
        return answer.Body.FirstOrDefault();
    }

    // What GitHub writes into the message of a squash, and of a merge.
    [GeneratedRegex(
        @"\(\#(?<number>\d{1,9})\)\s*\z|\AMerge\ pull\ request\ \#(?<number>\d{1,9})\ from\ ",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();
}
