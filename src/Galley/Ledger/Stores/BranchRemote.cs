using System.Security.Cryptography;
using Galley.Git;

namespace Galley.Ledger.Stores;

/// <summary>One branch of one remote, fetched and pushed from whatever clone the content is in: full or shallow, on any commit.</summary>
internal sealed class BranchRemote
{
    private const int FetchTries = 4;
    private const int WholeHistory = int.MaxValue;
    private readonly GitRepository _git;
    private readonly LedgerUri.Branch _uri;
    private readonly bool _isShallow;
    private readonly bool _pushesElsewhere;
    private readonly string? _ssh;
    private string? _pushed;

    private BranchRemote(GitRepository git, LedgerUri.Branch uri, bool isShallow, bool pushesElsewhere, string? ssh)
    {
        _git = git;
        _uri = uri;
        _isShallow = isShallow;
        _pushesElsewhere = pushesElsewhere;
        _ssh = ssh;
    }

    public static async Task<BranchRemote> Open(
        GitRepository git,
        LedgerUri.Branch uri,
        CancellationToken cancellationToken
    )
    {
        if (await git.TryText(cancellationToken, "rev-parse", "--is-shallow-repository") is not { } shallow)
        {
            throw new GalleyException(
                $"The ledger is {uri}, but the content is in no Git repository: run galley in a clone, or use folder:PATH."
            );
        }

        if (await git.TryText(cancellationToken, "remote", "get-url", uri.Remote) is not { } fetched)
        {
            throw new GalleyException(
                $"The ledger is {uri}, but this clone has no remote \"{uri.Remote}\": `git remote -v` lists those that it has."
            );
        }

        return new BranchRemote(
            git,
            uri,
            shallow == "true",
            await git.TryText(cancellationToken, "remote", "get-url", "--push", "--all", uri.Remote) != fetched,
            await git.TryText(cancellationToken, "config", "core.sshCommand")
        );
    }

    /// <summary>
    /// The branch's commit as the remote has it now, its files at hand; null when the remote has no such branch. Throws
    /// <see cref="SetBackException"/> when it lacks what this clone fetched or pushed before.
    /// </summary>
    public async Task<string?> Fetch(CancellationToken cancellationToken)
    {
        var seen = await _git.TryCommit(LocalName, cancellationToken);
        var tip = await FetchTip(isFirst: seen is null, cancellationToken);
        foreach (var commit in new[] { seen, _pushed }.OfType<string>().Distinct())
        {
            if (tip is null || !await Contains(tip, commit, cancellationToken))
            {
                // The next run of this clone is to know it, too.
                await Remember(commit, cancellationToken);
                throw new SetBackException(_uri, LocalName, commit, isDeleted: tip is null);
            }
        }

        return tip;
    }

    private async Task<string?> FetchTip(bool isFirst, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await Network(FetchArguments(isFirst && _isShallow ? 1 : null), cancellationToken);
            if (answer.IsFine && await LocalTip(cancellationToken) is { } tip)
            {
                return tip;
            }

            if (!answer.WantsLogin && await IsMissing(cancellationToken))
            {
                return null;
            }

            if (tries == FetchTries || answer.WantsLogin)
            {
                throw Failed("fetched from", answer, "Check the network and this job's right to read it.");
            }
            // Most often another galley in this clone, which fetches at this moment.
            await Task.Delay(
                TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(50, 400) * tries),
                cancellationToken
            );
        }
    }

    /// <summary>The branch's commit as last fetched, by Galley or by anybody.</summary>
    public async Task<string?> LocalTip(CancellationToken cancellationToken) =>
        await _git.TryCommit(LocalName, cancellationToken)
        ?? await _git.TryCommit($"refs/remotes/{_uri.Remote}/{_uri.Name}", cancellationToken);

    /// <summary>
    /// A plain push, which the remote takes only for a descendant of what it has. Where pushes go to another address, the commit
    /// must be where the branch is fetched from, too: all other clones look there.
    /// </summary>
    public async Task<GitAnswer> Push(string commit, CancellationToken cancellationToken)
    {
        var answer = await Network(
            ["push", "--quiet", "--no-verify", "--recurse-submodules=no", _uri.Remote, $"{commit}:{RemoteName}"],
            cancellationToken
        );
        if (!answer.IsFine)
        {
            return answer;
        }

        if (
            _pushesElsewhere
            && (
                await FetchTip(isFirst: false, cancellationToken) is not { } tip
                || !await Contains(tip, commit, cancellationToken)
            )
        )
        {
            throw new StoreException(
                $"What Galley pushes to the ledger branch {_uri.Name} does not arrive where other clones fetch it: "
                    + $"{_uri.Remote} has another address for pushes (`git remote -v` shows both). "
                    + $"Give it one address for both: `git remote set-url --push {_uri.Remote} URL`."
            );
        }

        _pushed = commit;
        await Remember(commit, cancellationToken);
        return answer;
    }

    /// <summary>In a name of our own: neither branches nor remote-tracking names change.</summary>
    private Task<GitAnswer> Remember(string commit, CancellationToken cancellationToken) =>
        _git.Run(new GitRequest("update-ref", LocalName, commit), cancellationToken);

    private async Task<bool> Contains(string tip, string commit, CancellationToken cancellationToken)
    {
        if (tip == commit || await IsAncestor())
        {
            return true;
        }

        // Somebody's own shallow fetch may have cut off what lies between the two.
        return _isShallow
            && (await Network(FetchArguments(WholeHistory), cancellationToken)).IsFine
            && await IsAncestor();

        async Task<bool> IsAncestor() =>
            (await _git.Run(new GitRequest("merge-base", "--is-ancestor", commit, tip), cancellationToken)).IsFine;
    }

    public StoreException PushFailed(GitAnswer answer) =>
        Failed("pushed to", answer, "Check this job's right to push to it.");

    private StoreException Failed(string verb, GitAnswer answer, string next) =>
        new(
            $"The ledger branch {_uri.Name} can't be {verb} {_uri.Remote}: "
                + (
                    answer.WantsLogin
                        ? $"it asks for a login, and git has none here that it accepts ({answer.Why}). Give git one: "
                            + "actions/checkout leaves it with persist-credentials; elsewhere use a credential helper or an SSH key."
                        : $"{answer.Why.TrimEnd('.')}. {next}"
                )
        );

    private string RemoteName => $"refs/heads/{_uri.Name}";

    private string LocalName => $"refs/galley/{_uri.Remote}/{_uri.Name}";

    // A full clone is never made shallow. A shallow one needs no history, but from the first fetch on: what comes must contain it.
    private string[] FetchArguments(int? depth) =>
        [
            "fetch",
            "--quiet",
            "--no-tags",
            "--no-write-fetch-head",
            "--no-recurse-submodules",
            "--no-prune",
            "--no-auto-gc",
            "--refmap=",
            .. depth is { } commits ? [$"--depth={commits}"] : Array.Empty<string>(),
            _uri.Remote,
            $"+{RemoteName}:{LocalName}",
        ];

    private async Task<bool> IsMissing(CancellationToken cancellationToken) =>
        await Network(["ls-remote", _uri.Remote, RemoteName], cancellationToken) is { IsFine: true, Output.Length: 0 };

    private Task<GitAnswer> Network(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        _git.Run(new GitRequest(arguments) { Ssh = _ssh }, cancellationToken);
}
