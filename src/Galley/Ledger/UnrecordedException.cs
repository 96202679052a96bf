using System.Collections.Immutable;
using System.Text;
using Galley.Ledger.Events;
using Galley.Ledger.Format;
using Galley.Ledger.Stores;

namespace Galley.Ledger;

/// <summary>
/// Facts that could not be made durable. <see cref="ILedger.Record"/> takes <paramref name="events"/> for another try;
/// if none succeeds, <see cref="Lines"/> are what <c>galley ledger recover FILE</c> takes.
/// </summary>
public sealed class UnrecordedException(string account, ImmutableArray<LedgerEvent> events, GalleyException why)
    : GalleyException(
        $"The ledger could not be written, so it lacks what this run did. {why.Message}",
        why.ExitCode,
        why
    )
{
    public string Account { get; } = account;

    /// <summary>A person must put the ledger right first: no other try can succeed.</summary>
    public bool IsFinal { get; } = why is SetBackException;

    /// <summary>Stamped.</summary>
    public ImmutableArray<LedgerEvent> Events { get; } = events;

    public ImmutableArray<string> Lines { get; } =
    [.. events.Select(e => Encoding.UTF8.GetString(LineFormat.Write(e, account)))];
}
