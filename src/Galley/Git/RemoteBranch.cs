namespace Galley.Git;

/// <summary>The branch at a remote that a checkout belongs to.</summary>
/// <param name="Remote">Its configured name.</param>
/// <param name="Reference">With <c>refs/heads/</c>.</param>
/// <param name="IsJobs">A CI job checked out the commit that it was started for, so nothing of its own stands on top of the branch.</param>
public sealed record RemoteBranch(string Remote, string Reference, bool IsJobs)
{
    private const string Heads = "refs/heads/";

    public string Name => Reference[Heads.Length..];

    /// <summary>The branch of the job of GitHub Actions that checked this commit out; null for any other commit, and for a tag.</summary>
    public static RemoteBranch? OfJob(string commit, Func<string, string?> environment) =>
        environment("GITHUB_SHA") == commit
        && environment("GITHUB_REF") is { } reference
        && reference.StartsWith(Heads, StringComparison.Ordinal)
            ? new RemoteBranch("origin", reference, IsJobs: true)
            : null;

    /// <summary>The upstream of the branch that is checked out; null on no branch, and where it has none at a remote.</summary>
    public static async Task<RemoteBranch?> Upstream(GitRepository git, CancellationToken cancellationToken)
    {
        if (await git.TryText(cancellationToken, "symbolic-ref", "--quiet", "HEAD") is not { } branch)
        {
            return null;
        }

        var upstream = await git.TryText(
            cancellationToken,
            "for-each-ref",
            "--format=%(upstream:remotename) %(upstream:remoteref)",
            branch
        );
        return
            upstream?.Split(' ') is [{ Length: > 0 } remote, var reference]
            && reference.StartsWith(Heads, StringComparison.Ordinal)
            ? new RemoteBranch(remote, reference, IsJobs: false)
            : null;
    }
}
