using Galley.Applying.Results;
using NodaTime;

namespace Galley.Rendering.Comments;

/// <summary>What an apply's comment says beside its result.</summary>
public sealed record ApplyCommentInput
{
    /// <summary>Invisible, at the end: by it and by its author the comment is found again.</summary>
    public required string Marker { get; init; }

    public required Instant Now { get; init; }

    /// <summary>Whether an object is of the pull request that the comment is on: the others are only counted.</summary>
    public Func<ApplyItem, bool> IsOwn { get; init; } = _ => true;

    /// <summary>What the files say of an object; null when there is none.</summary>
    public Func<ApplyItem, ApplyItemFacts?> About { get; init; } = _ => null;

    /// <summary>Where the content root can be looked at, with a slash at its end; null for no links.</summary>
    public Uri? Files { get; init; }

    /// <summary>The commit that was applied; null to name none.</summary>
    public string? Commit { get; init; }

    public int Longest { get; init; } = CommentInput.LongestComment;
}

/// <param name="Client">The client's name.</param>
/// <param name="Zone">The client's, by id.</param>
/// <param name="At">A post's own time.</param>
/// <param name="Path">Its file, from the content root.</param>
/// <param name="FirstLine">What people know it by.</param>
public sealed record ApplyItemFacts(string? Client, string? Zone, Instant? At, string? Path, string? FirstLine);
