using Galley.Diagnostics;
using NodaTime;

namespace Galley.Simulation.Content;

/// <summary>
/// One post or lead magnet, as its author thinks of it. Its mark stays the same through renames and edits, and goes with it to
/// LeadPanther, so that the simulation can tell what stands there twice.
/// </summary>
/// <param name="Version">Goes up with each edit; the text names it.</param>
internal sealed record Item(Kind Kind, int Mark, string Slug, string Key, int Version)
{
    /// <summary>A post's time.</summary>
    public Instant At { get; init; }

    /// <summary>The key of the lead magnet that the post offers.</summary>
    public string? Magnet { get; init; }

    public string? MovedFrom { get; init; }
    public bool HasPicture { get; init; }

    /// <summary>
    /// What changed since Galley may have heard of it. It knows a post by its key, its text or its time: one of which all three
    /// changed is a new one.
    /// </summary>
    public Changes Changed { get; init; }

    /// <summary>What it says: no two items, and no two versions of one, say the same.</summary>
    public string Text =>
        Kind == Kind.Post ? $"Post {Mark}, version {Version}." : $"Page of {Mark}, version {Version}.";
}

[Flags]
internal enum Changes
{
    None = 0,
    Key = 1,
    Text = 2,
    Time = 4,
    All = 7,
}
