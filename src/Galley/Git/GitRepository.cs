namespace Galley.Git;

/// <summary>What Galley asks git about the repository of a folder.</summary>
public sealed class GitRepository(string folder)
{
    /// <summary>Paths alone, each ended by a NUL, whatever the machine's settings say of renames, drivers and submodules.</summary>
    internal static readonly string[] NamesThatDiffer =
    [
        "diff",
        "--name-only",
        "-z",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--ignore-submodules",
    ];

    /// <summary>The top folder of the work tree. Null outside a work tree.</summary>
    public async Task<string?> TryTopLevel(CancellationToken cancellationToken) =>
        await TryText(cancellationToken, "rev-parse", "--show-toplevel");

    /// <summary>The checked-out commit. Null outside a repository and before its first commit.</summary>
    public async Task<string?> TryHead(CancellationToken cancellationToken) =>
        await TryCommit("HEAD", cancellationToken);

    /// <summary>The name that git writes into commits; null where none is set.</summary>
    public async Task<string?> TryUserName(CancellationToken cancellationToken) =>
        await TryText(cancellationToken, "config", "user.name");

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

    /// <summary>Whether git would ignore the path.</summary>
    public async Task<bool> Ignores(string path, CancellationToken cancellationToken) =>
        (await Run(new GitRequest("check-ignore", "--quiet", "--", path), cancellationToken)).IsFine;

    /// <summary>Whether the work tree's file differs from the checked-out commit, or is not in it.</summary>
    public async Task<bool> HasUncommitted(string path, CancellationToken cancellationToken) =>
        await TryText(cancellationToken, "status", "--porcelain", "--", path) is { Length: > 0 };

    /// <exception cref="GalleyException">Git refuses the folder: any other answer would read as "no repository".</exception>
    internal async Task<GitAnswer> Run(GitRequest request, CancellationToken cancellationToken)
    {
        var answer = await GitCommand.Run(folder, request, cancellationToken);
        return answer.IsFine || !answer.Why.Contains("safe.directory", StringComparison.Ordinal)
            ? answer
            : throw new GalleyException(
                $"Git does not read the repository of {folder}, because it belongs to another user. "
                    + $"If you trust it, do what Git says. {answer.Why}"
            );
    }

    internal async Task<string?> TryText(CancellationToken cancellationToken, params string[] arguments)
    {
        var answer = await Run(new GitRequest(arguments), cancellationToken);
        return answer.IsFine ? answer.Text : null;
    }
}
