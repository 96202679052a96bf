namespace Galley.Ledger.Stores;

/// <summary>A place that keeps files: it reads, and appends if nothing changed meanwhile. All else is written once, above it.</summary>
internal interface ILedgerStore : IAsyncDisposable
{
    /// <summary>Whether another run may write while this one has it open.</summary>
    bool OthersMayWrite { get; }

    /// <summary>Whether a write is there wholly or not at all, so that an unfinished line is damage.</summary>
    bool WritesWhole { get; }

    /// <summary>A file's name for people, to find it by.</summary>
    string NameOf(string file);

    /// <summary>The files as they are now; null when the place does not exist.</summary>
    Task<StoreSnapshot?> Latest(CancellationToken cancellationToken);

    /// <summary>A file of the snapshot. In a folder it may have grown since.</summary>
    Task<byte[]> Read(StoreSnapshot snapshot, string file, CancellationToken cancellationToken);

    /// <summary>What changes whenever a file of the snapshot does, found without reading the file whole.</summary>
    Task<string> Version(StoreSnapshot snapshot, string file, CancellationToken cancellationToken);

    /// <summary>A file that may lie in a folder (<c>metrics/x.jsonl</c>), and need not be there.</summary>
    Task<byte[]?> TryRead(StoreSnapshot snapshot, string file, CancellationToken cancellationToken);

    /// <summary>What <see cref="Version"/> gives, of a file that need not be there.</summary>
    Task<string?> TryVersion(StoreSnapshot snapshot, string file, CancellationToken cancellationToken);

    /// <summary>Whether the name is free for a file, or one has it: no link, which could lead anywhere, no folder, no pipe.</summary>
    bool TakesFile(string file) => true;

    /// <summary>
    /// Makes the change durable upon <paramref name="tip"/> (null: upon nothing) and gives what there is then. Null when
    /// another run was first. Throws <see cref="StoreException"/> when it can't, or can't tell.
    /// </summary>
    Task<StoreSnapshot?> TryAppend(StoreSnapshot? tip, StoreChange change, CancellationToken cancellationToken);
}
