using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Markdown;
using NodaTime;

namespace Galley.Content;

public enum PostStatus
{
    Draft,
    Scheduled,
}

/// <summary>A LinkedIn post as the author wrote it. Absent fields are null. Defaults come later.</summary>
public sealed record Post : IContentObject
{
    /// <summary>What <c>scheduled_at</c> has instead of a time.</summary>
    public const string NextSlot = "next-slot";

    public const int FirstCommentMinutes = 10;

    public Kind Kind => Kind.Post;
    public required ISourceMap SourceMap { get; init; }

    /// <summary>Unique among the client's posts. The ledger uses it.</summary>
    public required string Key { get; init; }

    public required PostStatus Status { get; init; }

    /// <summary>Null when the file has no time, or one that could not be read (a problem says so).</summary>
    public Instant? ScheduledAt { get; init; }

    /// <summary><c>scheduled_at: next-slot</c>: `galley schedule` is to write a time.</summary>
    public bool WantsSlot { get; init; }

    public LeadMagnetReference? LeadMagnet { get; init; }
    public string? ThemeId { get; init; }

    /// <summary>The author's own words for sorting; never sent, and no part of what is compared.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Likewise.</summary>
    public string? Campaign { get; init; }

    public ImmutableArray<Medium> Images { get; init; } = [];
    public Document? Document { get; init; }
    public string? Notes { get; init; }
    public Followups? Followups { get; init; }

    /// <summary>Follows the post after <see cref="FirstCommentMinutes"/>, before the comments of its follow-ups.</summary>
    public string? FirstComment { get; init; }

    public SendAhead? SendAhead { get; init; }

    /// <summary>The code that the client's approver saw, as typed.</summary>
    public string? Approved { get; init; }

    public MovedFrom? MovedFrom { get; init; }

    /// <summary>The key of the post that it repeats: the two may say the same.</summary>
    public string? RepeatOf { get; init; }

    public TextFormat? TextFormat { get; init; }

    /// <summary>As written, with its placeholders, with LF line ends and without blank lines at both ends.</summary>
    public required string Body { get; init; }
}

/// <summary>Either <see cref="Key"/> (a lead magnet of the same client) or <see cref="Id"/> (one created elsewhere).</summary>
public sealed record LeadMagnetReference(string? Key, string? Id);

/// <summary>A key, or null for <c>moved_from: none</c>: "this is new, even if it looks like another one".</summary>
public sealed record MovedFrom(string? Key);

/// <summary>How long before its time a post is sent. Null means at merge.</summary>
public sealed record SendAhead(Duration? Window)
{
    public static readonly SendAhead AtMerge = new((Duration?)null);
}

/// <summary>A picture: either a file of the client or a public URL.</summary>
public sealed record Medium(string? Url, MediaFile? File)
{
    /// <summary>What it shows, for people who can't see it. Kept for the preview: the API has no field for it.</summary>
    public string? Alt { get; init; }
}

/// <summary>A PDF: either a file of the client or a public URL, with the type that the author gives.</summary>
public sealed record Document(string? Url, MediaFile? File, string? Type);

public sealed record Followups(Reaction? Reaction, ImmutableArray<Comment> Comments);

public sealed record Reaction(bool? Enabled, int? DelayMinutes, string? ReactionType);

public sealed record Comment(string Text, int? DelayMinutes);
