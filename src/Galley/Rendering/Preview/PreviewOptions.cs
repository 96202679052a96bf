using Galley.Content;

namespace Galley.Rendering.Preview;

/// <summary>What pages depend on beside the plan.</summary>
public sealed record PreviewOptions
{
    /// <summary>Of galley.yaml: what a post's characters are counted against.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>The pages come from a server that tells them when to load themselves again.</summary>
    public bool IsServed { get; init; }
}
