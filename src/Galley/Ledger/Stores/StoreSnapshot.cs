using System.Collections.Immutable;

namespace Galley.Ledger.Stores;

/// <param name="Tip">The commit, for a branch.</param>
/// <param name="Files">Name to version: equal versions are equal bytes.</param>
internal sealed record StoreSnapshot(string Tip, ImmutableSortedDictionary<string, string> Files);

/// <param name="Header">The new ledger.json, or null when it stays.</param>
/// <param name="Message">What happens, in words: first line and details.</param>
internal sealed record StoreChange(ImmutableArray<FileAppend> Appends, byte[]? Header, string Message)
{
    public ImmutableArray<FileReplacement> Replacements { get; init; } = [];
}

/// <summary>A file that is written anew, in a folder of its own.</summary>
internal sealed record FileReplacement(string File, ReadOnlyMemory<byte> Bytes);

/// <param name="Whole">The file as it is to be.</param>
/// <param name="Stored">How many bytes of it are there already; what stands behind them is cut off.</param>
internal sealed record FileAppend(string File, ReadOnlyMemory<byte> Whole, int Stored);

/// <summary>A write or fetch that failed, and may succeed when tried again.</summary>
internal sealed class StoreException(string message, Exception? inner = null)
    : GalleyException(message, Galley.ExitCode.Error, inner);
