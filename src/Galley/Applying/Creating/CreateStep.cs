namespace Galley.Applying.Creating;

/// <summary>What comes after one try of a create.</summary>
internal abstract record CreateStep
{
    public sealed record Over(ItemOutcome Ended) : CreateStep;

    public sealed record Again(TimeSpan Wait, string Why) : CreateStep;

    /// <summary>Another run wrote about the account first, or the ledger could not be written for a while.</summary>
    public sealed record Overtaken : CreateStep;
}
