using Galley.Git;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Applying.Preflight;

/// <summary>
/// Refuses to publish from a commit that others have left behind: what was changed or taken out since would go out again. What
/// tells so is the branch at its remote, and the newest commit in the ledger. Where neither can tell, it is said, and the apply goes on.
/// </summary>
/// <param name="commit">What is checked out.</param>
/// <param name="branch">Null on no branch.</param>
public sealed class NewerCommit(GitRepository git, string commit, RemoteBranch? branch, Action<string> say)
{
    private const string Else = "If you mean this commit, run apply with --allow-older-commit.";

    private readonly CommitHistory _history = new(git, branch?.Remote ?? "origin");
    private readonly Dictionary<string, Task<bool?>> _newer = [];

    /// <param name="environment">A CI job's, which says what it was started for.</param>
    public static async Task<NewerCommit> Open(
        GitRepository git,
        string commit,
        Func<string, string?> environment,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        var branch = RemoteBranch.OfJob(commit, environment) ?? await RemoteBranch.Upstream(git, cancellationToken);
        return new NewerCommit(git, commit, branch, say);
    }

    /// <summary>One sentence or two that refuse; null when this commit may be applied.</summary>
    /// <param name="known">Ledgers that were read already.</param>
    public async Task<string?> WhyRefused(
        ILedger ledger,
        IEnumerable<ClientLedger> known,
        CancellationToken cancellationToken
    ) =>
        await WhyBehindBranch(cancellationToken)
        ?? await WhyBehindLedger(await Newest(ledger, known, cancellationToken), cancellationToken);

    /// <summary>The same, as far as one client's ledger can tell: for a run that another one overtook.</summary>
    public Task<string?> WhyRefused(ClientLedger client, CancellationToken cancellationToken) =>
        WhyBehindLedger(client.Applied, cancellationToken);

    private async Task<string?> WhyBehindBranch(CancellationToken cancellationToken)
    {
        if (branch is null)
        {
            return null;
        }

        if (await _history.TipOf(branch, cancellationToken) is not { } tip)
        {
            say(
                $"Galley can't tell whether {Name(commit)} is the newest commit of {branch.Name}: {branch.Remote} can't be asked."
            );
            return null;
        }

        var isFine = tip == commit || (!branch.IsJobs && await _history.Contains(commit, tip, cancellationToken));
        return isFine
            ? null
            : $"The branch {branch.Name} is at {Name(tip)} in {branch.Remote}, and the commit here, "
                + $"{Name(commit)}, is not up to date with it. "
                + "Nothing was sent, because what was changed or taken out since would go out again. "
                + $"Pull the branch, then run apply; in a workflow, start a new run instead of an old one again. {Else}";
    }

    private async Task<string?> WhyBehindLedger(Stamp? newest, CancellationToken cancellationToken)
    {
        if (newest?.Commit is not { } applied || applied == commit)
        {
            return null;
        }

        switch (await IsNewer(applied, cancellationToken))
        {
            case true:
                return $"The newer commit {Name(applied)} was applied already, on {newest.At:uuuu-MM-dd HH:mm} UTC, "
                    + $"and the commit here, {Name(commit)}, "
                    + "is older. Nothing more was sent, because what was changed or taken out since would go out again. "
                    + $"Check out the newer commit, or make a new one, then run apply. {Else}";
            case null:
                say(
                    $"Galley can't tell whether {Name(commit)} is older than {Name(applied)}, which was applied last: that commit is "
                        + "not in this clone, and not in the remote. If it is newer, stop this apply."
                );
                return null;
            default:
                return null;
        }
    }

    /// <summary>Asked once for each commit: clients are planned again many times.</summary>
    private Task<bool?> IsNewer(string applied, CancellationToken cancellationToken)
    {
        lock (_newer)
        {
            return _newer.TryGetValue(applied, out var known)
                ? known
                : _newer[applied] = _history.IsAncestorOf(commit, applied, cancellationToken);
        }
    }

    private static async Task<Stamp?> Newest(
        ILedger ledger,
        IEnumerable<ClientLedger> known,
        CancellationToken cancellationToken
    )
    {
        var read = known.ToLookup(client => client.Account, StringComparer.Ordinal);
        var stamps = new List<Stamp?>();
        foreach (var account in ledger.Header.Clients.Keys)
        {
            var client = read[account].FirstOrDefault() ?? await ledger.ReadOrHold(account, cancellationToken);
            stamps.Add(client.Applied);
        }

        return stamps.OfType<Stamp>().MaxBy(stamp => stamp.At);
    }

    private static string Name(string commit) => commit[..7];
}
