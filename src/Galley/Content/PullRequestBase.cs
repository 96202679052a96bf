using Galley.Git;

namespace Galley.Content;

/// <summary>
/// The commit that a pull request is compared with. A job checks out GitHub's test merge. The first parent of this merge is
/// the present base. The base in the event can be older, without what others merged since.
/// </summary>
public static class PullRequestBase
{
    /// <param name="headSha">The pull request's last commit.</param>
    /// <param name="baseSha">The base that the event names, used when no merge is checked out.</param>
    /// <returns>A commit. A shallow clone fetches it when it is missing, but the fetch can fail.</returns>
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

    /// <summary>From the commit object itself, because <c>HEAD^1</c> does not exist in a shallow clone.</summary>
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
