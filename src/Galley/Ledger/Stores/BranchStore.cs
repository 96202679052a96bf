using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Galley.Git;
using Galley.Ledger.Format;

namespace Galley.Ledger.Stores;

/// <summary>
/// An orphan branch, written with git plumbing: objects, then a push. Work tree, index and checked-out branch are never
/// touched, and any clone will do.
/// </summary>
internal sealed class BranchStore : ILedgerStore
{
    private static readonly ImmutableSortedDictionary<string, TreeEntry> Nothing = ImmutableSortedDictionary.Create<
        string,
        TreeEntry
    >(StringComparer.Ordinal);
    private readonly GitRepository _git;
    private readonly LedgerUri.Branch _uri;
    private readonly BranchRemote _remote;
    private readonly LedgerOptions _options;
    private readonly LooseObjects _loose;
    private readonly SemaphoreSlim _listing = new(1, 1);
    private StoreSnapshot? _listed;

    private BranchStore(GitRepository git, LedgerUri.Branch uri, BranchRemote remote, LedgerOptions options)
    {
        _git = git;
        _uri = uri;
        _remote = remote;
        _options = options;
        _loose = new LooseObjects(git);
    }

    public bool OthersMayWrite => true;
    public bool WritesWhole => true;

    public static async Task<BranchStore> Open(
        LedgerUri.Branch uri,
        string contentRoot,
        LedgerOptions options,
        CancellationToken cancellationToken
    )
    {
        var git = new GitRepository(Path.GetFullPath(contentRoot));
        return new BranchStore(git, uri, await BranchRemote.Open(git, uri, cancellationToken), options);
    }

    public string NameOf(string file) => $"{_uri.Name}:{file}";

    public async Task<StoreSnapshot?> Latest(CancellationToken cancellationToken)
    {
        var tip = _options.Offline ? await _remote.LocalTip(cancellationToken) : await _remote.Fetch(cancellationToken);
        return tip is null ? null : new StoreSnapshot(tip, FilesOf(await Tree(tip, cancellationToken)));
    }

    public async Task<byte[]> Read(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        (await Plumb(new GitRequest("cat-file", "blob", snapshot.Files[file]), cancellationToken)).Output;

    public Task<string> Version(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        Task.FromResult(snapshot.Files[file]);

    public async Task<byte[]?> TryRead(StoreSnapshot snapshot, string file, CancellationToken cancellationToken)
    {
        // "Not there" and "can't be read" are told apart: what can't be read must not be written over.
        return await TryVersion(snapshot, file, cancellationToken) is { } id
            ? (await Plumb(new GitRequest("cat-file", "blob", id), cancellationToken)).Output
            : null;
    }

    public async Task<string?> TryVersion(StoreSnapshot snapshot, string file, CancellationToken cancellationToken) =>
        (await AllFiles(snapshot.Tip, cancellationToken)).GetValueOrDefault(file);

    public async Task<StoreSnapshot?> TryAppend(
        StoreSnapshot? tip,
        StoreChange change,
        CancellationToken cancellationToken
    )
    {
        var entries = tip is null ? Nothing : await Tree(tip.Tip, cancellationToken);
        entries = await Put(entries, Files(change), cancellationToken);
        var commit = await Commit(entries, tip?.Tip, change.Message, cancellationToken);

        var push = await _remote.Push(commit, cancellationToken);
        if (push.IsFine)
        {
            await _loose.Add(commit);
            return new StoreSnapshot(commit, FilesOf(entries));
        }
        // Whatever went wrong: the branch itself tells whether ours arrived, another's did, or nothing did.
        var now = await _remote.Fetch(cancellationToken);
        if (now == commit)
        {
            return new StoreSnapshot(commit, FilesOf(entries));
        }

        return now != tip?.Tip ? null : throw _remote.PushFailed(push);
    }

    public ValueTask DisposeAsync()
    {
        _listing.Dispose();
        return _loose.DisposeAsync();
    }

    private static IEnumerable<(string File, ReadOnlyMemory<byte> Bytes)> Files(StoreChange change)
    {
        if (change.Header is { } header)
        {
            yield return (HeaderFormat.FileName, header);
        }

        foreach (var append in change.Appends)
        {
            yield return (append.File, append.Whole);
        }

        foreach (var replacement in change.Replacements)
        {
            yield return (replacement.File, replacement.Bytes);
        }
    }

    private static ImmutableSortedDictionary<string, string> FilesOf(
        ImmutableSortedDictionary<string, TreeEntry> entries
    ) =>
        entries
            .Where(e => e.Value.Type == "blob")
            .ToImmutableSortedDictionary(e => e.Key, e => e.Value.Id, StringComparer.Ordinal);

    /// <summary>Those in folders, too. Asked for once for all clients: each question to git is a process.</summary>
    private async Task<ImmutableSortedDictionary<string, string>> AllFiles(
        string tip,
        CancellationToken cancellationToken
    )
    {
        await _listing.WaitAsync(cancellationToken);
        try
        {
            if (_listed?.Tip != tip)
            {
                _listed = new StoreSnapshot(tip, FilesOf(await Tree(tip, cancellationToken, "-r")));
            }

            return _listed.Files;
        }
        finally
        {
            _listing.Release();
        }
    }

    private async Task<ImmutableSortedDictionary<string, TreeEntry>> Tree(
        string commit,
        CancellationToken cancellationToken,
        params string[] options
    )
    {
        var answer = await Plumb(
            new GitRequest(["ls-tree", "-z", .. options, "--full-tree", commit]),
            cancellationToken
        );
        return Encoding
            .UTF8.GetString(answer.Output)
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split([' ', '\t'], 4))
            .ToImmutableSortedDictionary(p => p[3], p => new TreeEntry(p[0], p[1], p[2]), StringComparer.Ordinal);
    }

    /// <summary>The tree with the files in it, through folders that are there or not. Each folder is read and written once.</summary>
    private async Task<ImmutableSortedDictionary<string, TreeEntry>> Put(
        ImmutableSortedDictionary<string, TreeEntry> entries,
        IEnumerable<(string Path, ReadOnlyMemory<byte> Bytes)> files,
        CancellationToken cancellationToken
    )
    {
        foreach (var folder in files.ToLookup(file => FolderOf(file.Path)))
        {
            if (folder.Key is { } name)
            {
                var inside = folder.Select(file => (file.Path[(name.Length + 1)..], file.Bytes));
                var there =
                    entries.TryGetValue(name, out var known) && known.Type == "tree"
                        ? await Tree(known.Id, cancellationToken)
                        : Nothing;
                var tree = await WriteTree(await Put(there, inside, cancellationToken), cancellationToken);
                entries = entries.SetItem(name, new TreeEntry("040000", "tree", tree));
                continue;
            }

            foreach (var (file, bytes) in folder)
            {
                entries = entries.SetItem(file, new TreeEntry("100644", "blob", await Store(bytes, cancellationToken)));
            }
        }

        return entries;
    }

    private static string? FolderOf(string path) =>
        path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? path[..end] : null;

    private async Task<string> WriteTree(
        ImmutableSortedDictionary<string, TreeEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var lines = string.Concat(entries.Select(e => $"{e.Value.Mode} {e.Value.Type} {e.Value.Id}\t{e.Key}\0"));
        return (
            await Plumb(new GitRequest("mktree", "-z") { Input = Encoding.UTF8.GetBytes(lines) }, cancellationToken)
        ).Text;
    }

    private async Task<string> Store(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        (await Plumb(new GitRequest("hash-object", "-w", "--stdin") { Input = bytes }, cancellationToken)).Text;

    private async Task<string> Commit(
        ImmutableSortedDictionary<string, TreeEntry> entries,
        string? parent,
        string message,
        CancellationToken cancellationToken
    )
    {
        var tree = await WriteTree(entries, cancellationToken);
        string[] parents = parent is null ? [] : ["-p", parent];
        var commit = new GitRequest(["-c", "i18n.commitEncoding=UTF-8", "commit-tree", tree, .. parents, "-F", "-"])
        {
            Input = Encoding.UTF8.GetBytes(message),
            Environment = Identity(),
        };
        return (await Plumb(commit, cancellationToken)).Text;
    }

    private Dictionary<string, string> Identity()
    {
        var at = string.Create(
            CultureInfo.InvariantCulture,
            $"@{_options.Clock.GetUtcNow().ToUnixTimeSeconds()} +0000"
        );
        return new Dictionary<string, string>
        {
            ["GIT_AUTHOR_NAME"] = "Galley",
            ["GIT_AUTHOR_EMAIL"] = "galley@localhost",
            ["GIT_AUTHOR_DATE"] = at,
            ["GIT_COMMITTER_NAME"] = "Galley",
            ["GIT_COMMITTER_EMAIL"] = "galley@localhost",
            ["GIT_COMMITTER_DATE"] = at,
        };
    }

    private async Task<GitAnswer> Plumb(GitRequest request, CancellationToken cancellationToken)
    {
        var answer = await _git.Run(request, cancellationToken);
        return answer.IsFine
            ? answer
            : throw new StoreException($"git can't work on the ledger branch {_uri.Name} in this clone: {answer.Why}.");
    }

    private sealed record TreeEntry(string Mode, string Type, string Id);
}
