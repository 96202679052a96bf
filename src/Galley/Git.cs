namespace Galley;

/// <summary>What Galley asks of git about the repository that holds a folder.</summary>
public sealed class Git(string folder)
{
    /// <summary>The work tree's top, or null outside any.</summary>
    public async Task<string?> TryTopLevel(CancellationToken cancel) => await TryText(cancel, "rev-parse", "--show-toplevel");

    /// <summary>The checked-out commit, or null outside a repository and before its first commit.</summary>
    public async Task<string?> TryHead(CancellationToken cancel) => await TryCommit("HEAD", cancel);

    /// <summary>The commit that a revision names, or null.</summary>
    public async Task<string?> TryCommit(string revision, CancellationToken cancel) =>
        await TryText(cancel, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}");

    /// <summary>A file's bytes at a commit, or null when it has none there.</summary>
    /// <param name="path">From the repository's top, with <c>/</c>.</param>
    public async Task<byte[]?> TryRead(string commit, string path, CancellationToken cancel)
    {
        var answer = await Run(new GitRequest("cat-file", "blob", $"{commit}:{path}"), cancel);
        return answer.IsFine ? answer.Output : null;
    }

    /// <summary>Whether git would ignore the path.</summary>
    public async Task<bool> Ignores(string path, CancellationToken cancel) =>
        (await Run(new GitRequest("check-ignore", "--quiet", "--", path), cancel)).IsFine;

    internal Task<GitAnswer> Run(GitRequest request, CancellationToken cancel) => GitCommand.Run(folder, request, cancel);

    internal async Task<string?> TryText(CancellationToken cancel, params string[] arguments)
    {
        var answer = await Run(new GitRequest(arguments), cancel);
        return answer.IsFine ? answer.Text : null;
    }
}
