namespace Galley.Applying.Creating;

/// <summary>What comes after one try of a create.</summary>
internal abstract record CreateStep
{
    public sealed record Over(ItemOutcome Ended) : CreateStep;

    public sealed record Again(TimeSpan Wait, string Why) : CreateStep;

    /// <summary>Another run wrote about the account first.</summary>
    public sealed record Overtaken : CreateStep;
}
