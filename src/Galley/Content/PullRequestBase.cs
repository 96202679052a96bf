using Galley.Git;

namespace Galley.Content;

/// <summary>
/// What a pull request is compared with. A job checks out the merge that GitHub tried: its first parent is the base as it is
/// now, while the event names the base as it was at some time before, without what others have merged since.
/// </summary>
public static class PullRequestBase
{
    /// <param name="headSha">The pull request's last commit.</param>
    /// <param name="baseSha">The base that the event names: the answer where no merge is checked out.</param>
    /// <returns>A commit, which is fetched where a shallow clone lacks it; whether it is there then, its reader finds out.</returns>
    public static async Task<string> Find(
        string contentRoot,
        string headSha,
        string baseSha,
        CancellationToken cancellationToken
    )
    {
        var git = new GitRepository(contentRoot);
        var revision =
            await Parents(git, cancellationToken) is [var first, var second] && second == headSha ? first : baseSha;
        if (
            await git.TryCommit(revision, cancellationToken) is null
            && await git.TryText(cancellationToken, "rev-parse", "--is-shallow-repository") == "true"
        )
        {
            await git.Run(
                new GitRequest(
                    "fetch",
                    "--quiet",
                    "--no-tags",
                    "--no-write-fetch-head",
                    "--no-recurse-submodules",
                    "--depth=1",
                    "origin",
                    revision
                ),
                cancellationToken
            );
        }

        return revision;
    }

    /// <summary>As the commit itself says: a shallow clone's <c>HEAD^1</c> knows none.</summary>
    private static async Task<string[]> Parents(GitRepository git, CancellationToken cancellationToken)
    {
        const string Mark = "parent ";
        var commit = await git.TryText(cancellationToken, "cat-file", "-p", "HEAD") ?? "";
        return
        [
            .. commit
                .Split('\n')
                .TakeWhile(line => line.Length > 0)
                .Where(line => line.StartsWith(Mark, StringComparison.Ordinal))
                .Select(line => line[Mark.Length..]),
        ];
    }
}
