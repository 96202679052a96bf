using System.Collections.Immutable;

namespace Galley.Rendering.Comments;

/// <summary>What a proof-reader sees of one post or lead magnet.</summary>
/// <param name="Text">A post's, as LinkedIn will show it; a lead magnet's message.</param>
/// <param name="Keyword">What commenters write.</param>
/// <param name="Media">By name: pictures and document.</param>
/// <param name="Comments">Follow-up comments, in order.</param>
public sealed record ObjectText(
    string Text,
    string? Keyword,
    ImmutableArray<string> Media,
    ImmutableArray<string> Comments
);
