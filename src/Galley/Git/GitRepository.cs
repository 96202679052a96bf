namespace Galley.Git;

/// <summary>What Galley asks git about the repository of a folder.</summary>
public sealed class GitRepository(string folder)
{
    /// <summary>The top folder of the work tree. Null outside a work tree.</summary>
    public async Task<string?> TryTopLevel(CancellationToken cancellationToken) =>
        await TryText(cancellationToken, "rev-parse", "--show-toplevel");

    /// <summary>The checked-out commit. Null outside a repository and before its first commit.</summary>
    public async Task<string?> TryHead(CancellationToken cancellationToken) =>
        await TryCommit("HEAD", cancellationToken);

    /// <summary>The commit that a revision names, or null.</summary>
    public async Task<string?> TryCommit(string revision, CancellationToken cancellationToken) =>
        await TryText(
            cancellationToken,
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            $"{revision}^{{commit}}"
        );

    /// <summary>The bytes of a file at a commit. Null when the commit does not have the file.</summary>
    /// <param name="path">From the repository's top, with <c>/</c>.</param>
    public async Task<byte[]?> TryRead(string commit, string path, CancellationToken cancellationToken)
    {
        var answer = await Run(new GitRequest("cat-file", "blob", $"{commit}:{path}"), cancellationToken);
        return answer.IsFine ? answer.Output : null;
    }

    /// <summary>Whether git would ignore the path.</summary>
    public async Task<bool> Ignores(string path, CancellationToken cancellationToken) =>
        (await Run(new GitRequest("check-ignore", "--quiet", "--", path), cancellationToken)).IsFine;

    internal Task<GitAnswer> Run(GitRequest request, CancellationToken cancellationToken) =>
        GitCommand.Run(folder, request, cancellationToken);

    internal async Task<string?> TryText(CancellationToken cancellationToken, params string[] arguments)
    {
        var answer = await Run(new GitRequest(arguments), cancellationToken);
        return answer.IsFine ? answer.Text : null;
    }
}
