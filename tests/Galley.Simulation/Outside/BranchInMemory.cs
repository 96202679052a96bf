using System.Collections.Immutable;
using System.Globalization;

namespace Galley.Simulation.Outside;

/// <summary>A ledger branch at its host. Commits are never lost; the branch may be made to point at any of them.</summary>
internal sealed class BranchInMemory
{
    private readonly Dictionary<string, BranchCommit> _commits = [];

    /// <summary>Null: there is no such branch.</summary>
    public BranchCommit? Tip { get; set; }

    public BranchCommit Commit(BranchCommit? parent, ImmutableSortedDictionary<string, byte[]> files)
    {
        var commit = new BranchCommit(
            string.Create(CultureInfo.InvariantCulture, $"{_commits.Count + 1:x40}"),
            parent,
            files
        );
        _commits.Add(commit.Id, commit);
        return commit;
    }

    /// <summary>By so many commits, but never to nothing.</summary>
    public void SetBack(int commits)
    {
        for (; commits > 0 && Tip!.Parent is { } parent; commits--)
        {
            Tip = parent;
        }
    }

    public BranchCommit Find(string id) => _commits[id];
}

internal sealed record BranchCommit(string Id, BranchCommit? Parent, ImmutableSortedDictionary<string, byte[]> Files)
{
    public bool Contains(BranchCommit? other)
    {
        for (var commit = this; commit is not null; commit = commit.Parent)
        {
            if (commit.Id == other?.Id)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A clone of the repository. It remembers what it has seen of the branch.</summary>
internal sealed class CloneInMemory(string name)
{
    public string Name => name;
    public BranchCommit? Seen { get; set; }
}
