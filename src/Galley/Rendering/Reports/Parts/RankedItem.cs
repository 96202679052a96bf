using System.Collections.Immutable;
using Galley.Rendering.Preview;

namespace Galley.Rendering.Reports.Parts;

/// <summary>One line of a <see cref="Ranking"/>.</summary>
internal sealed record RankedItem
{
    public required Html Name { get; init; }

    /// <summary>What stands below the name.</summary>
    public required string Beside { get; init; }

    /// <summary>What the bar shows, of <see cref="Most"/>.</summary>
    public required long? Value { get; init; }

    public required long Most { get; init; }
    public required string Unit { get; init; }
    public required ImmutableArray<(string Figure, string Unit)> Counts { get; init; }
}
