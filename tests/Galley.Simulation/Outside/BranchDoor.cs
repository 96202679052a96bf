using System.Collections.Immutable;
using Galley.Ledger.Format;
using Galley.Ledger.Stores;
using Galley.Simulation.Kernel;

namespace Galley.Simulation.Outside;

/// <summary>
/// The ledger's branch as one run reaches it from its clone: what <c>BranchStore</c> does by git, with pushes that are refused, cut
/// off before or after they arrived, and overtaken.
/// </summary>
internal sealed class BranchDoor(
    BranchInMemory host,
    CloneInMemory clone,
    LedgerUri.Branch uri,
    Process run,
    Scheduler scheduler,
    Faults faults
) : ILedgerStore
{
    private const int SlowPush = 3;
    private BranchCommit? _pushed;

    public bool OthersMayWrite => true;
    public bool WritesWhole => true;

    private Chance Chance => scheduler.Chance;

    public string NameOf(string file) => $"{uri.Name}:{file}";

    public async Task<StoreSnapshot?> Latest(CancellationToken cancellationToken)
    {
        await Travel();
        if (Chance.OneIn(faults.Store * 2))
        {
            throw new StoreException("The ledger branch can't be fetched.");
        }

        return Fetch() is { } tip ? SnapshotOf(tip) : null;
    }

    public Task<byte[]> Read(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        Task.FromResult(host.Find(snapshot.Tip).Files[file]);

    public Task<string> Version(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        Task.FromResult(snapshot.Files[file]);

    public Task<string?> TryVersion(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        Task.FromResult(snapshot.Files.GetValueOrDefault(file));

    public Task<byte[]?> TryRead(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        Task.FromResult(host.Find(snapshot.Tip).Files.GetValueOrDefault(file));

    public async Task<StoreSnapshot?> TryAppend(
        StoreSnapshot? tip,
        StoreChange change,
        CancellationToken cancellationToken
    )
    {
        var parent = tip is null ? null : host.Find(tip.Tip);
        var commit = host.Commit(parent, (parent?.Files ?? Nothing).SetItems(Files(change)));
        await Travel();
        var fault = Chance.OneIn(faults.Store) ? Chance.Below(4) : -1;
        if (fault == SlowPush)
        {
            await Task.Delay(TimeSpan.FromSeconds(Chance.Between(20, 300)), run.Clock, CancellationToken.None);
        }

        if (fault == 0 || host.Tip?.Id != parent?.Id)
        {
            scheduler.Trace.Say(run.Name, fault == 0 ? "pushes, and it is refused" : "pushes, and was overtaken");
            await Travel();
            return Settle(commit, parent, "The push was refused.");
        }

        host.Tip = commit;
        scheduler.Trace.Say(run.Name, $"pushes {Short(commit)}: {change.Message.Split('\n')[0]}");
        await Travel();
        if (fault is 1 or 2)
        {
            scheduler.Trace.Say(run.Name, "never hears that its push arrived");
            await Travel();
            return fault == 1
                ? Settle(commit, parent, "The line was cut.")
                : throw new StoreException("The push is unclear, and the branch can't be fetched.");
        }

        (_pushed, clone.Seen) = (commit, commit);
        return SnapshotOf(commit);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static readonly ImmutableSortedDictionary<string, byte[]> Nothing = ImmutableSortedDictionary.Create<
        string,
        byte[]
    >(StringComparer.Ordinal);

    /// <summary>Whatever went wrong: the branch itself tells whether ours arrived, another's did, or nothing did.</summary>
    private StoreSnapshot? Settle(BranchCommit commit, BranchCommit? parent, string why)
    {
        var now = Fetch();
        if (now?.Id == commit.Id)
        {
            return SnapshotOf(commit);
        }

        return now?.Id != parent?.Id ? null : throw new StoreException(why);
    }

    private BranchCommit? Fetch()
    {
        foreach (var seen in new[] { clone.Seen, _pushed }.OfType<BranchCommit>())
        {
            if (host.Tip?.Contains(seen) != true)
            {
                throw new SetBackException(uri, "refs/galley", seen.Id, isDeleted: host.Tip is null);
            }
        }

        clone.Seen = host.Tip;
        return host.Tip;
    }

    private static StoreSnapshot SnapshotOf(BranchCommit commit) =>
        new(
            commit.Id,
            commit.Files.ToImmutableSortedDictionary(
                file => file.Key,
                file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file.Value)),
                StringComparer.Ordinal
            )
        );

    private static IEnumerable<KeyValuePair<string, byte[]>> Files(StoreChange change)
    {
        if (change.Header is { } header)
        {
            yield return KeyValuePair.Create(HeaderFormat.FileName, header);
        }

        foreach (var append in change.Appends)
        {
            yield return KeyValuePair.Create(append.File, append.Whole.ToArray());
        }

        foreach (var replacement in change.Replacements)
        {
            yield return KeyValuePair.Create(replacement.File, replacement.Bytes.ToArray());
        }
    }

    private static string Short(BranchCommit commit) => commit.Id.TrimStart('0');

    private Task Travel() => Task.Delay(TimeSpan.FromMilliseconds(Chance.Between(20, 900)), run.Clock);
}
