using System.Collections.Immutable;

namespace Galley.Api;

/// <summary>A listing of one account's posts or lead magnets, all pages that could be had; no id is in it twice.</summary>
/// <param name="IsWhole">
/// Every page answered and could be read, the last one said that no more follow, and nothing moved between them. Only such a list
/// can prove that something is not there.
/// </param>
/// <param name="WhyNot">A sentence that says what happened; null where the list is whole.</param>
public sealed record LiveList(ImmutableArray<LiveObject> Objects, bool IsWhole, string? WhyNot)
{
    /// <summary>
    /// Entries whose id can't be used, or is another's: their ids are empty. What one of them says stands in LeadPanther, too, and
    /// must not be created again.
    /// </summary>
    public ImmutableArray<LiveObject> Nameless { get; init; } = [];
}
