using System.Collections.Immutable;

namespace Galley.Rendering.Comments;

/// <summary>What a proof-reader sees of one post or lead magnet.</summary>
/// <param name="Text">A post's, as LinkedIn will show it; a lead magnet's message.</param>
/// <param name="Keyword">What commenters write.</param>
/// <param name="Media">Pictures and document, in order.</param>
/// <param name="Followups">Comments and reaction, the first first.</param>
public sealed record ObjectText(
    string Text,
    string? Keyword,
    ImmutableArray<ObjectMedium> Media,
    ImmutableArray<FollowupStep> Followups
)
{
    /// <summary>A lead magnet's name.</summary>
    public string? Title { get; init; }

    /// <summary>What names it where only a line has room.</summary>
    public string FirstLine(int longest) => Excerpt.FirstLine((Title ?? Text).TrimStart(), longest);
}

/// <param name="Name">A file's name, or an address.</param>
/// <param name="Path">Of a file of the content, from its root; null for an address.</param>
/// <param name="IsPicture">Whether a browser can show it.</param>
public sealed record ObjectMedium(string Name, string? Path = null, bool IsPicture = false);
