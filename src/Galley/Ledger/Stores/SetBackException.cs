namespace Galley.Ledger.Stores;

/// <summary>The ledger's branch lacks what this clone has seen on it: whatever was sent since would be sent again.</summary>
internal sealed class SetBackException(LedgerUri.Branch uri, string localName, string seen, bool isDeleted)
    : StoreException(
        $"The ledger branch {uri.Name} of {uri.Remote} was {(isDeleted ? "deleted" : "set back or replaced")}: "
            + $"it lacks commit {seen}, which this clone has seen on it, so it no longer says all that was sent. "
            + (
                isDeleted
                    ? $"Put it back: `git push {uri.Remote} {seen}:refs/heads/{uri.Name}`. "
                    : $"Put it back: `git push --force {uri.Remote} {seen}:refs/heads/{uri.Name}`. "
                        + $"What others wrote on it since is then lost, so keep it first: `git fetch {uri.Remote} "
                        + $"{uri.Name}:{uri.Name}-other`. "
            )
            + $"If it is right as it is, let this clone forget what it has seen: `git update-ref -d {localName}`."
    );
