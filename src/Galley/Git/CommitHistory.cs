using System.Globalization;

namespace Galley.Git;

/// <summary>Which of two commits is older, also where this clone lacks one of them or its history.</summary>
/// <param name="remote">Where a commit that is not here may be. Null: nowhere.</param>
internal sealed class CommitHistory(GitRepository git, string? remote)
{
    /// <summary>How far apart the clocks of the machines may be that wrote two commits.</summary>
    private const long Slack = 24 * 60 * 60;

    /// <summary>The branch's commit as the remote has it now; null when it has none, or can't be asked.</summary>
    public async Task<string?> TipOf(RemoteBranch branch, CancellationToken cancellationToken) =>
        await Network(["ls-remote", branch.Remote, branch.Reference], cancellationToken)
            is { IsFine: true, Text: { Length: > 0 } line }
            ? line.Split('\t')[0]
            : null;

    /// <summary>Whether the commit's history, as far as it is here, has the other one.</summary>
    public async Task<bool> Contains(string commit, string other, CancellationToken cancellationToken) =>
        (await git.Run(new GitRequest("merge-base", "--is-ancestor", other, commit), cancellationToken)).IsFine;

    /// <summary>Whether what is checked out is an ancestor of another commit. Null when nobody can tell.</summary>
    public async Task<bool?> IsAncestorOf(string commit, string other, CancellationToken cancellationToken)
    {
        var isHere = await git.TryCommit(other, cancellationToken) is not null;
        if (isHere && await Contains(other, commit, cancellationToken))
        {
            return commit != other;
        }

        var isShallow = await git.TryText(cancellationToken, "rev-parse", "--is-shallow-repository") == "true";
        if (isHere && (!isShallow || await Contains(commit, other, cancellationToken)))
        {
            return false;
        }

        string[] sinceThen = isShallow ? [await Since(commit, cancellationToken)] : [];
        if (await Fetch(other, sinceThen, cancellationToken))
        {
            return await Contains(other, commit, cancellationToken);
        }

        // Nothing of it is as young as what this clone has, if it is there at all.
        return isHere || (isShallow && await Fetch(other, ["--depth=1"], cancellationToken)) ? false : null;
    }

    /// <summary>As far back as this clone goes: more would be the whole history, and less would cut off what it has.</summary>
    private async Task<string> Since(string commit, CancellationToken cancellationToken)
    {
        var ends = await git.TryText(cancellationToken, "log", "--max-parents=0", "--format=%ct", commit);
        var oldest = (ends ?? "0").Split('\n').Min(time => long.Parse(time, CultureInfo.InvariantCulture));
        return string.Create(CultureInfo.InvariantCulture, $"--shallow-since=@{Math.Max(0, oldest - Slack)}");
    }

    private async Task<bool> Fetch(string commit, string[] depth, CancellationToken cancellationToken)
    {
        if (remote is null)
        {
            return false;
        }

        string[] arguments =
        [
            "fetch",
            "--quiet",
            "--no-tags",
            "--no-write-fetch-head",
            "--no-recurse-submodules",
            "--no-auto-gc",
            "--refmap=",
            .. depth,
            remote,
            commit,
        ];
        return (await Network(arguments, cancellationToken)).IsFine;
    }

    private async Task<GitAnswer> Network(string[] arguments, CancellationToken cancellationToken) =>
        await git.Run(
            new GitRequest(arguments) { Ssh = await git.TryText(cancellationToken, "config", "core.sshCommand") },
            cancellationToken
        );
}
