using System.Collections.Immutable;

namespace Galley.Rendering.Preview.Pages;

/// <summary>What one page has of its own.</summary>
internal sealed record PageParts
{
    public required string Title { get; init; }

    /// <summary>What stands in the bar at the top.</summary>
    public required Html Bar { get; init; }

    public required Html Main { get; init; }
    public required string Foot { get; init; }
    public ImmutableArray<Asset> Styles { get; init; } = [Asset.Style];

    /// <summary>They only add to what works without them.</summary>
    public ImmutableArray<Asset> Scripts { get; init; } = [];

    /// <summary>Whether the page may ask the server that gave it.</summary>
    public bool AsksItsServer { get; init; }
}
