using System.Text;
using Galley.Git;

namespace Galley.Ledger.Stores;

/// <summary>
/// Each commit of a ledger's branch leaves its files whole in the clone, one object each, and a long run thousands of them. Packed they
/// take about a hundredth, since each differs from the one before by a few lines. Only the ledger's own objects are packed: all else in
/// the clone is its owner's.
/// </summary>
internal sealed class LooseObjects(GitRepository git) : IAsyncDisposable
{
    /// <summary>From so many commits on it is worth two processes.</summary>
    private const int Few = 20;

    /// <summary>A long run does not wait for its end.</summary>
    private const int Many = 256;

    private string? _tip;
    private int _commits;

    public async Task Add(string commit)
    {
        (_tip, _commits) = (commit, _commits + 1);
        if (_commits >= Many)
        {
            await Pack();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_commits >= Few)
        {
            await Pack();
        }
    }

    /// <summary>What fails here leaves everything as it was, and costs room alone.</summary>
    private async Task Pack()
    {
        _commits = 0;
        if (await git.TryText(CancellationToken.None, "rev-parse", "--git-path", "objects/pack/pack") is not { } name)
        {
            return;
        }

        var pack = new GitRequest(
            "pack-objects",
            "--quiet",
            "--revs",
            "--unpacked",
            "--local",
            "--exclude-promisor-objects",
            "--delta-base-offset",
            // The version before is the next one in size: to look further costs time and finds nothing better.
            "--window=1",
            name
        )
        {
            Input = Encoding.ASCII.GetBytes(_tip + "\n"),
        };
        if ((await git.Run(pack, CancellationToken.None)).IsFine)
        {
            await git.Run(new GitRequest("prune-packed", "--quiet"), CancellationToken.None);
        }
    }
}
