using Galley.Diagnostics;

namespace Galley.Resolutions;

/// <summary>A resolution about one post or lead magnet that it names by kind and key.</summary>
public abstract record ObjectResolution(Kind Kind, string Slug, string Key) : Resolution(Slug)
{
    /// <inheritdoc/>
    public override string Name => $"{ContentKind.For(Kind).Name} {Slug}/{Key}";
}
