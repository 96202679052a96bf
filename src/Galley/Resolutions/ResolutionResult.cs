using System.Collections.Immutable;
using Galley.Ledger.Events;

namespace Galley.Resolutions;

/// <summary>The answer to a resolution. The set is closed.</summary>
/// <param name="Sentence">For the person: what was done, or why not and what to do instead.</param>
public abstract record ResolutionResult(string Sentence)
{
    /// <param name="Events">What is recorded in the ledger.</param>
    public sealed record Accepted(string Sentence, params ImmutableArray<LedgerEvent> Events)
        : ResolutionResult(Sentence);

    public sealed record Rejected(string Sentence) : ResolutionResult(Sentence);
}
